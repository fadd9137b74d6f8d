import type { Chance } from './chance.ts'

// Invented people: given and family names are combined by chance, and nobody who exists is meant. Who has a story of
// their own has a given name that is not here.
const women =
  'Ineke Fatma Sanne Anouk Hilda Lotte Aaltje Sietske Petra Esra Trijntje Wietske Femke Jantje Marloes Geesje Nadia Carla Hennie Roos Willemien Selma Grietje Annelies Hanna Tineke Ria Joke Marijke Yvonne Bianca Linda Monique Astrid Iris Eva Lisa Maud Naomi Samira Hatice Zeynep Aicha Ilse Karin Corrie Betsy Annie Roelie Hillie Jeltje Froukje Margriet Lianne Simone Debby Chantal Wendy'
const men =
  'Karim Joost Daan Ruben Tjeerd Yusuf Gerrit Mohamed Kees Bas Jan Omar Arjan Roelof Stefan Harm Erik Lammert Sven Maarten Dirk Thijs Albert Niels Pieter Berend Hendrik Geert Jeroen Marco Dennis Patrick Ronald Frank Martijn Jasper Tim Lars Milan Rachid Hassan Emre Ahmed Willem Klaas Jacob Evert Douwe Sietse Wiebe Rutger Koen Sander Bart Vincent'
const families =
  'Strating, Oosterloo, Wolters, Kamphuis, Drenth, Hofsteenge, Meijering, Alting, Bruins, Zandstra, Nijenhuis, Lubbers, Koops, Dekens, Eising, Schuiling, Warring, Hadders, Bonder, Kuipers, Tuin, Rozema, Boerhof, Gelling, Speelman, Wubs, Ottens, Prins, Vrieling, Huizing, Middelveld, Aarsman, Tingen, Zwiers, Beukema, Lanting, Mulderij, Sikken, Vosmeer, Jansen, de Vries, de Boer, van Dijk, Mulder, Meijer, Visser, Smit, Hoekstra, van den Berg, van der Veen, van der Laan, Dijkstra, Postma, Kok, Scholten, Timmer, Bakker, Hoving, Kremer, Pol, Reinders, Sloots, ter Haar, ten Cate, Weggemans, Wiering, Winters, Zijlstra, Brouwer, Blaauw, Buiter, Doornbos, Eggens, Flokstra, Greving, Hartlief, Iwema, Kiers, Lukkien, Moes, Naber, Oldenburger, Pranger, Roelfsema, Santing, Tienstra, Uineken, Venema, Westerhof, Zuidema'

/** Somebody's name, and as what the name is mostly given. */
export type Named = { givenName: string; infix: string; familyName: string; gender: 'female' | 'male' }

/** Deals names: nobody in the region is called the same, and a given name comes back only after all others. */
export function namesBy(chance: Chance): () => Named {
  const given = chance.shuffle([...dealt(women, 'female'), ...dealt(men, 'male')])
  const last = chance.shuffle(families.split(', '))
  let next = 0
  return () => {
    const i = next++
    const who = given[i % given.length]
    const family = last[i % last.length]
    if (!who || !family) throw new Error('no names left')
    return { ...who, ...split(family) }
  }
}

function dealt(names: string, gender: Named['gender']) {
  return names.split(' ').map((givenName) => ({ givenName, gender }))
}

function split(family: string): { infix: string; familyName: string } {
  const at = family.lastIndexOf(' ')
  return { infix: family.slice(0, Math.max(0, at)), familyName: family.slice(at + 1) }
}
