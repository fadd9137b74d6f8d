/** What Turbo 8.0.23 does otherwise than a browser by itself. */
export function keepToBrowser(): void {
  // A page that comes back at its own address is morphed, and then nothing in it is given the focus.
  document.addEventListener('turbo:render', () => {
    document.querySelector<HTMLElement>('.error-summary')?.focus()
  })
  // A link within the page would fetch it anew: a second look in the log, and what was typed and what is wrong are gone.
  document.addEventListener('turbo:click', (event) => {
    if (event.target instanceof Element && event.target.matches('a[href^="#"]')) event.preventDefault()
  })
}
