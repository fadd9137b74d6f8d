/** What people ask, in their own words. */
export const ownQuestions = [
  'Ik wil weer slapen.',
  'Laat mij maar even.',
  'Ik wil mijn kinderen vaker zien.',
  'Ik wil minder pillen.',
  'Hoe kom ik van mijn schulden af?',
  'Ik wil niet meer alleen eten.',
  'Ik wil mijn huis weer op orde.',
  'Kan iemand met me mee naar de dokter?',
  'Ik wil weer durven bellen.',
  'Ik wil leren omgaan met de stemmen.',
  'Ik wil weer fietsen naar mijn zus.',
  'Ik wil stoppen met drinken, maar niet alleen.',
  'Ik wil een hond.',
  'Ik wil rust in mijn hoofd.',
  'Ik wil weten wie ik nog ben.',
  'Ik wil dat iemand luistert.',
  'Ik wil weer koken voor mijn dochter.',
  'Ik wil een eigen plek.',
  'Ik wil vrijwilligerswerk doen met dieren.',
  'Ik wil niet meer bang zijn in de bus.',
  'Ik wil mijn rijbewijs terug.',
  'Ik wil weer naar de kerk.',
  'Ik wil mijn moeder kunnen helpen.',
  'Ik wil vooral met rust gelaten worden.',
  'Ik wil overdag iets te doen hebben.',
  'Ik wil zelf over mijn geld gaan.',
  'Ik wil weer zingen in het koor.',
  'Hoe leg ik mijn zoon uit wat ik heb?',
  'Ik wil niet weer opgenomen worden.',
  'Ik wil één iemand die ik kan bellen.',
  'Ik wil weer schilderen.',
  'Ik wil de moestuin weer in.',
  'Ik wil een keer een goede week.',
  'Ik wil mijn post open durven maken.',
  'Ik wil minder blowen en beter slapen.',
  'Ik wil dat ze me geloven.',
  'Ik wil weer op de markt staan.',
  'Ik wil zwemmen zonder dat iedereen kijkt.',
  'Ik wil verder leren voor lasser.',
  'Ik wil dat het thuis weer gezellig wordt.',
] as const

/** Why somebody is referred, as the referrer writes it. */
export const reasons = [
  'Al langer somber en teruggetrokken. Graag een team dat ook thuis komt.',
  'Klachten komen terug na eerdere behandeling; hulp nodig op meer dan één gebied.',
  'De omgeving maakt zich zorgen. Contact lukt, als het rustig opgebouwd wordt.',
  'Somberheid en alcohol houden elkaar in stand. Losse hulp hielp eerder te weinig.',
  'Sinds kort weer thuis na een opname. Wil iemand die dichtbij is en meedenkt.',
  'Hoort stemmen en durft weinig naar buiten. Staat open voor gesprek.',
  'Dreigende huurachterstand en slapeloze nachten. Vraagt zelf om overzicht.',
  'Na het verlies van een partner vastgelopen; de kinderen vragen mee te denken.',
  'Wisselende stemmingen, goed in werk geweest. Wil dat weer oppakken.',
  'Angst en paniek, meldt zich vaak op de huisartsenpost. Zoekt een vast aanspreekpunt.',
] as const

/** Who refers: what stands as the name of the referrer, by source. */
export const referrers: Record<string, readonly string[]> = {
  poh: ['POH-GGZ van de praktijk'],
  ggz: ['Polikliniek volwassenen', 'Kliniek, opnameafdeling', 'Ambulant team ouderen'],
  'basic-ggz': ['Basis-GGZ'],
  'crisis-service': ['Crisisdienst'],
  vnn: ['VNN, ambulant team'],
  oggz: ['Meldpunt OGGZ'],
  'social-team': ['Sociaal team van de gemeente'],
  police: ['De wijkagent'],
  welfare: ['Maatschappelijk werk'],
  family: ['Familie'],
  other: ['Woningcorporatie, wijkconsulent'],
}

/** What the team promises who waits. */
export const promises = [
  'bellen hoe het gaat',
  'bellen over de datum van de intake',
  'even langskomen voor een kop koffie',
  'samen bellen met de huisarts',
] as const

/** The four questions of the intake, answered together. */
export const intakeAnswers = {
  whatHappened: [
    'Na het overlijden van vader ging het mis: werk kwijt, steeds meer binnen gebleven.',
    'Al jong veel meegemaakt thuis. Na de scheiding kwamen de klachten terug.',
    'Een psychose drie jaar geleden. Daarna nooit meer helemaal de oude geworden.',
    'Altijd al snel overprikkeld; de laatste jaren steeds meer gaan drinken om te slapen.',
    'Na een ongeluk kwam er veel tegelijk: pijn, schulden, ruzie.',
    'Lang voor anderen gezorgd, tot het niet meer ging.',
  ],
  vulnerabilityAndStrength: [
    'Kwetsbaar bij drukte en geldzorgen. Sterk: doorzetten, humor, goed met dieren.',
    'Snel in paniek. Kan goed luisteren en is handig met techniek.',
    'Vertrouwt mensen niet snel. Is trouw aan wie er wel is.',
    'Piekert veel. Ziet wat een ander nodig heeft en kookt graag voor de buren.',
  ],
  whereTo: [
    'Weer onder de mensen, en een reden om op te staan.',
    'Een rustig leven met mijn kinderen erin.',
    'Zelf mijn geld kunnen doen.',
    'Weer iets betekenen voor een ander.',
    'Een gewone week: werk, eten, slapen.',
  ],
  whatNeeded: [
    'Iemand die belt als ik zelf niet bel.',
    'Hulp bij de administratie en een vast gezicht.',
    'Iemand die meegaat, de eerste keren.',
    'Niet te veel mensen tegelijk.',
    'Dat jullie niet schrikken als het een keer minder gaat.',
  ],
} as const

/** What is agreed in the advice talk. */
export const agreements = [
  'We beginnen rustig, met een vast gezicht.',
  'Eén keer in de week samen op pad; over drie maanden kijken we terug.',
  'Eerst slapen en geld, dan de rest.',
  'De eerste keren komt iemand thuis. Daarna ook in het wijkcentrum.',
] as const

/** How somebody says where they stand, by phase of recovery. */
export const phaseWords = {
  1: ['Het is allemaal te veel.', 'Ik kom de dag niet door zonder te vallen.'],
  2: ['De ene dag wel, de andere niet.', 'Ik vecht ermee.', 'Ik zie wat er gebeurt, maar stoppen lukt niet.'],
  3: ['Het hoort bij me. Ik weet wat helpt.', 'Meer goede dagen dan slechte.'],
  4: ['Ik denk er dagen niet aan.', 'Ik heb mijn leven weer.'],
} as const

/** What somebody says on leaving. */
export const ownLeaving = [
  'Ik red het nu zelf, met mijn zus en de huisarts.',
  'Ik wil verder zonder jullie, bedankt voor alles.',
  'Het was genoeg zo.',
  'Ik ken mijn signalen nu.',
  'Het gaat goed. En anders weet ik jullie te vinden.',
] as const

/** The same, of who moves. */
export const ownMoving = [
  'Ik ga verhuizen, daar begin ik opnieuw.',
  'Dichter bij mijn dochter. Daar zoek ik ook weer hulp.',
] as const

/** What an appointment is about. */
export const appointmentWords = [
  'Hoe gaat het',
  'Samen de post',
  'Wandelen',
  'Plan doornemen',
  'Slapen en dagritme',
  'Boodschappen',
  'Gesprek met de broer of zus erbij',
  'Kijken bij de moestuin',
] as const
