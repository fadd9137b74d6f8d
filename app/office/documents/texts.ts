import { words } from '../../core/texts.ts'

export const texts = words({
  nl: {
    kinds: { 'referral-letter': 'Verwijsbrief', letter: 'Brief', other: 'Anders' },
    backTo: (name: string) => `Terug naar ${name}`,
    title: 'Bestanden',
    list: 'Wat er is',
    empty: 'Er zijn nog geen bestanden.',
    stored: 'Het bestand is bewaard.',
    by: (who: string) => `door ${who}`,
    add: 'Bestand toevoegen',
    file: 'Kies een bestand',
    fileHint: 'Een PDF, of een foto of scan als PNG of JPEG. Hooguit 10 MB.',
    kind: 'Wat is het?',
    submit: 'Bewaren',
    errors: {
      'file.required': 'Kies een bestand met inhoud',
      'file.too-large': 'Dit bestand is groter dan 10 MB en is niet bewaard. Maak het kleiner',
      'file.wrong-type': 'Dit is geen PDF, PNG of JPEG en is niet bewaard. Sla het op als PDF',
      'file.one-file': 'Kies één bestand tegelijk',
    } as Record<string, string>,
  },
  en: {
    kinds: { 'referral-letter': 'Referral letter', letter: 'Letter', other: 'Other' },
    backTo: (name: string) => `Back to ${name}`,
    title: 'Files',
    list: 'What is there',
    empty: 'There are no files yet.',
    stored: 'The file was kept.',
    by: (who: string) => `by ${who}`,
    add: 'Add a file',
    file: 'Choose a file',
    fileHint: 'A PDF, or a photo or scan as PNG or JPEG. At most 10 MB.',
    kind: 'What is it?',
    submit: 'Keep',
    errors: {
      'file.required': 'Choose a file that is not empty',
      'file.too-large': 'This file is larger than 10 MB and was not kept. Make it smaller',
      'file.wrong-type': 'This is no PDF, PNG or JPEG and was not kept. Save it as PDF',
      'file.one-file': 'Choose one file at a time',
    } as Record<string, string>,
  },
})
