import { raw } from 'hono/html'
import { type IconName, icons } from './icons'

const drawings = new Map(Object.entries(icons).map(([name, svg]) => [name, raw(inside(svg))]))

/** A line icon; it has a size of its own, for when the stylesheet does not come. Hidden from screen readers, unless `label` says what it means. */
export function Icon({ name, label, big }: { name: IconName; label?: string | undefined; big?: boolean }) {
  const spoken = label ? { role: 'img', 'aria-label': label } : { 'aria-hidden': 'true' as const }
  return (
    // biome-ignore lint/a11y/noSvgWithoutTitle: aria-label or aria-hidden, see above
    <svg
      class={big ? 'icon icon-big' : 'icon'}
      viewBox="0 0 24 24"
      width="24"
      height="24"
      focusable="false"
      {...spoken}
    >
      {drawings.get(name)}
    </svg>
  )
}

/** A phase of recovery: 1 overweldigd, 2 worstelen met, 3 leven met, 4 leven voorbij. */
export type Phase = 1 | 2 | 3 | 4

const phasePaths: Record<Phase, string> = {
  1: 'M3 15c3 0 3-3 6-3s3 3 6 3 3-3 6-3M3 9c3 0 3-3 6-3s3 3 6 3 3-3 6-3',
  2: 'm4 20 5-9 4 5 3-4 4 8Z',
  3: 'M12 21V10m0 0c0-4 3-6 7-6 0 4-3 6-7 6Zm0 4c0-3-2-5-6-5 0 3 2 5 6 5Z',
  4: 'M3 18h18M6 18a6 6 0 0 1 12 0M12 3v4M4.5 8 7 10m12.5-2L17 10',
}

/** The sign of a phase: waves, hills, sprout, sunrise. Always beside the phase's word. */
export function PhaseSign({ phase }: { phase: Phase }) {
  return (
    <svg
      class={`icon phase-sign phase-${phase}`}
      viewBox="0 0 24 24"
      width="24"
      height="24"
      aria-hidden="true"
      focusable="false"
    >
      <path d={phasePaths[phase]} />
    </svg>
  )
}

/** The mark of Optimaal Leven: a sprout in a circle. */
export function Mark() {
  return (
    <svg
      class="icon mark-sign"
      viewBox="0 0 24 24"
      width="24"
      height="24"
      aria-hidden="true"
      focusable="false"
    >
      <circle cx="12" cy="12" r="10" />
      <path d="M12 17V9m0 0c0-3 2-4 4-4 0 3-2 4-4 4Zm0 3c0-2.4-1.6-3.4-3.6-3.4C8.4 11 10 12 12 12Z" />
    </svg>
  )
}

function inside(svg: string): string {
  return svg
    .replace(/^[\s\S]*?<svg[^>]*>/, '')
    .replace(/<\/svg>\s*$/, '')
    .replace(/\s*\n\s*/g, '')
}
