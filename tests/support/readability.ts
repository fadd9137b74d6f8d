/** Syllables of a Dutch word: groups of vowels, a digraph as one sound, a trema as the start of a new one. */
export function syllablesOf(word: string): number {
  const plain = word
    .toLowerCase()
    .normalize('NFD')
    .replace(/([aeiou])\u0308/g, '-$1')
    .replace(/[\u0300-\u036f]/g, '')
  const groups = plain.match(/aai|ooi|oei|eeu|ieu|aa|ee|oo|uu|ie|oe|eu|ui|ou|au|ij|ei|[aeiouy]/g)
  return Math.max(1, groups?.length ?? 0)
}

/** The sentences of a text, each as its words. */
export function sentencesOf(text: string): string[][] {
  return text
    .split(/(?<=[.!?:])\s+/)
    .map((sentence) => sentence.match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu) ?? [])
    .filter((words) => words.length > 0)
}

/** Reading ease by Flesch-Douma: 206.835 - 0.93 words a sentence - 77 syllables a word (standards, section 10). */
export function fleschDouma(texts: readonly string[]): number {
  const sentences = texts.flatMap(sentencesOf)
  const words = sentences.flat()
  const syllables = words.reduce((sum, word) => sum + syllablesOf(word), 0)
  return 206.835 - 0.93 * (words.length / sentences.length) - 77 * (syllables / words.length)
}

/** Every string in a tree of texts; a function is asked with these words. */
export function stringsIn(tree: unknown, filled: readonly unknown[]): string[] {
  if (typeof tree === 'string') return [tree]
  if (typeof tree === 'function') return [String(tree(...filled))]
  if (tree === null || typeof tree !== 'object') return []
  return Object.values(tree).flatMap((branch) => stringsIn(branch, filled))
}
