type Address = {
  addressKind: 'home' | 'none' | 'secret'
  street: string
  houseNumber: string
  postcode: string
  city: string
}

/** What stands above a letter; a secret address, or none, gives only the name: the letter is handed over. */
export function addressLines(name: string, address: Address | undefined): string[] {
  if (address?.addressKind !== 'home') return [name]
  const street = [address.street, address.houseNumber].filter(Boolean).join(' ')
  const place = [address.postcode, address.city].filter(Boolean).join('  ')
  return [name, street, place].filter(Boolean)
}

/** Opens the worker's own mail program with the letter in it; no address, because e-mail of a client is a choice to make there. */
export function mailLink(subject: string, paragraphs: string[]): string {
  return `mailto:?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(paragraphs.join('\r\n\r\n'))}`
}
