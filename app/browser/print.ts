/** A click on a button for printing opens the browser's own window for it; by one listener, for Turbo changes the page. */
export function offerPrinting(): void {
  document.addEventListener('click', ({ target }) => {
    if (target instanceof Element && target.closest('.print-button')) print()
  })
}
