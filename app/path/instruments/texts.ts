import { words } from '../../core/texts.ts'

export const texts = words({
  nl: {
    phases: { 1: 'Overweldigd door', 2: 'Worstelen met', 3: 'Leven met', 4: 'Leven voorbij' },
    meanings: {
      1: 'Het houdt me helemaal in de greep',
      2: 'Ik zoek hoe ik ermee om kan gaan',
      3: 'Ik kan ermee omgaan, en er is ook ruimte voor andere dingen',
      4: 'Het staat niet meer op de voorgrond in mijn leven',
    },
    durations: {
      day: (count: number) => (count === 1 ? '1 dag' : `${count} dagen`),
      month: (count: number) => (count === 1 ? '1 maand' : `${count} maanden`),
      year: (count: number) => (count === 1 ? '1 jaar' : `${count} jaar`),
    },
    backToDossier: (name: string) => `Terug naar het dossier van ${name}`,
    title: 'Fase van herstel',
    lead: 'Bespreek samen welke fase nu het beste past. De cliënt bepaalt; herstel gaat niet in een rechte lijn.',
    phase: 'Welke fase past nu?',
    ownWords: 'In de eigen woorden van de cliënt',
    ownWordsHint: 'Hoe zegt de cliënt het zelf?',
    talkedOn: 'Dag van het gesprek',
    submit: 'Vastleggen',
    done: 'Het gesprek over de fase is vastgelegd.',
    history: 'Hoe het ging',
    empty: 'Er is nog niet over de fase gesproken.',
    now: (duration: string) => `nu, ${duration}`,
    spokenWith: (day: string, by: string | null) =>
      by ? `besproken op ${day} met ${by}` : `besproken op ${day}`,
  },
  en: {
    phases: { 1: 'Overwhelmed by', 2: 'Struggling with', 3: 'Living with', 4: 'Living beyond' },
    meanings: {
      1: 'It has me completely in its grip',
      2: 'I am looking for ways to cope with it',
      3: 'I can cope with it, and there is room for other things',
      4: 'It is no longer in the foreground of my life',
    },
    durations: {
      day: (count: number) => (count === 1 ? '1 day' : `${count} days`),
      month: (count: number) => (count === 1 ? '1 month' : `${count} months`),
      year: (count: number) => (count === 1 ? '1 year' : `${count} years`),
    },
    backToDossier: (name: string) => `Back to the dossier of ${name}`,
    title: 'Phase of recovery',
    lead: 'Talk together about which phase fits best now. The client decides; recovery is not a straight line.',
    phase: 'Which phase fits now?',
    ownWords: 'In the client’s own words',
    ownWordsHint: 'How does the client put it?',
    talkedOn: 'Day of the talk',
    submit: 'Record',
    done: 'The talk about the phase is recorded.',
    history: 'How it went',
    empty: 'The phase has not been talked about yet.',
    now: (duration: string) => `now, ${duration}`,
    spokenWith: (day: string, by: string | null) => (by ? `talked on ${day} with ${by}` : `talked on ${day}`),
  },
})
