/**
 * A path of this product to go back to, or null. Browsers read '//' and '/\' as another site, and drop tabs and new
 * lines before they look, so those are refused too.
 */
export function localPath(text: string | undefined): string | null {
  if (text === undefined || text.length > 500) return null
  return /^\/(?![/\\])[\u0021-\u007e]*$/.test(text) ? text : null
}
