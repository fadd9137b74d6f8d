/** A click on a button for copying puts its text on the clipboard, and says so beside it. */
export function offerCopying(): void {
  document.addEventListener('click', async ({ target }) => {
    const button = target instanceof Element ? target.closest<HTMLElement>('[data-copy]') : null
    if (button) await copy(button)
  })
}

// Over plain http a browser has no clipboard: then nothing is said, and the text can still be selected.
async function copy({ dataset, nextElementSibling: said }: HTMLElement): Promise<void> {
  await navigator.clipboard?.writeText(dataset.copy ?? '')
  if (navigator.clipboard && said) said.textContent = dataset.done ?? ''
}
