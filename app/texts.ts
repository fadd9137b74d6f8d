import { words } from './core/texts.ts'

export const texts = words({
  nl: {
    language: 'English',
    nav: {
      day: 'Mijn dag',
      board: 'Herstelbord',
      clients: 'Cliënten',
      referrals: 'Aanmeldingen',
      waitingList: 'Wachtlijst',
      agenda: 'Agenda',
      log: 'Logboek',
      staff: 'Beheer',
      imports: 'Inlezen',
      account: 'Mijn account',
      honest: 'Over mijn rol',
      caseload: 'Caseload',
      portal: 'Vandaag',
      portalPlan: 'Mijn plan',
      portalStory: 'Mijn verhaal',
      portalAgenda: 'Afspraken',
      portalLooks: 'Wie keek',
      storyBeside: 'Het verhaal',
    },
    back: 'Terug naar het begin',
    backToPage: 'Terug naar de pagina',
    kept: 'Je was uitgelogd. Wat je typte, staat er weer. Het is nog niet opgeslagen: kijk het na en druk nog een keer op de knop. Een bestand kies je opnieuw.',
    notFound: {
      title: 'Deze pagina is er niet',
      text: 'Misschien is het adres niet goed, of mag je dit niet zien. Welke van de twee het is, zeggen wij nooit: zo blijft ook geheim of iemand hier bekend is.',
    },
    badRequest: {
      title: 'Dit konden wij niet aannemen',
      text: 'Er is niets opgeslagen. Ga terug, laad de pagina opnieuw en probeer het nog eens.',
      tooLarge:
        'Wat je stuurde is te groot. Er is niets opgeslagen. Ga terug met de knop van je browser: dan staat er nog wat je typte. Maak de tekst korter, of kies een kleiner bestand (hooguit 10 MB).',
      tooMany: 'Te veel vragen achter elkaar. Er is niets opgeslagen. Wacht even en probeer het dan opnieuw.',
    },
    tooManyTries: {
      title: 'Even wachten',
      text: 'Er is te vaak achter elkaar een wachtwoord of code geprobeerd. Dat kan ook iemand anders op je netwerk zijn. Wacht een minuut en probeer het dan opnieuw. Lukt het dan nog niet? Bel de beheerder.',
    },
    failure: {
      title: 'Er ging iets mis bij ons',
      text: (reference: string) =>
        `Dit ligt niet aan jou. Er is niets half opgeslagen. Probeer het opnieuw. Lukt het niet, bel dan de beheerder en noem nummer ${reference}.`,
    },
    stale: {
      title: 'Iemand anders was je voor',
      text: 'Deze tekst is intussen gewijzigd. Ga terug naar de pagina, dan zie je beide versies.',
    },
    sentBefore: {
      title: 'Dit is al opgeslagen',
      text: 'Dit formulier kwam twee keer binnen. Het is één keer opgeslagen. Wil je iets wijzigen, open de pagina dan opnieuw.',
    },
  },
  en: {
    language: 'Nederlands',
    nav: {
      day: 'My day',
      board: 'Recovery board',
      clients: 'Clients',
      referrals: 'Referrals',
      waitingList: 'Waiting list',
      agenda: 'Agenda',
      log: 'Access log',
      staff: 'Administration',
      imports: 'Import',
      account: 'My account',
      honest: 'About my role',
      caseload: 'Caseload',
      portal: 'Today',
      portalPlan: 'My plan',
      portalStory: 'My story',
      portalAgenda: 'Appointments',
      portalLooks: 'Who looked',
      storyBeside: 'The story',
    },
    back: 'Back to the start',
    backToPage: 'Back to the page',
    kept: 'You were signed out. What you typed is here again. It is not stored yet: look at it and press the button once more. Choose a file again.',
    notFound: {
      title: 'This page is not here',
      text: 'The address may be wrong, or you may not see this. We never say which: that keeps it secret whether somebody is known here.',
    },
    badRequest: {
      title: 'We could not take this',
      text: 'Nothing was stored. Go back, load the page again and try once more.',
      tooLarge:
        'What you sent is too large. Nothing was stored. Go back: what you typed is still there. Make the text shorter, or choose a smaller file (10 MB at most).',
      tooMany: 'Too many questions in a row. Nothing was stored. Wait a moment and try again.',
    },
    tooManyTries: {
      title: 'Wait a moment',
      text: 'A password or code was tried too often in a row. That may be somebody else on your network. Wait a minute and try again. If it still fails, call the administrator.',
    },
    failure: {
      title: 'Something went wrong on our side',
      text: (reference: string) =>
        `This is not your doing. Nothing was stored by halves. Try again. If it fails, call the administrator and mention number ${reference}.`,
    },
    stale: {
      title: 'Somebody was before you',
      text: 'This text was changed meanwhile. Go back to the page to see both versions.',
    },
    sentBefore: {
      title: 'This is stored already',
      text: 'This form came in twice. It was stored once. To change something, open the page again.',
    },
  },
})
