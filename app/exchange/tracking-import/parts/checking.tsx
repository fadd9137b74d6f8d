import type { Lang } from '../../../core/texts.ts'
import { Button } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { Form, Hidden } from '../../../ui/form.tsx'
import { Stack } from '../../../ui/layout.tsx'
import { Progress } from '../../../ui/progress.tsx'
import { texts } from '../texts.ts'

/** How far the check is; the page refreshes itself, and goes on by a button when it was interrupted. */
export function Checking({ lang, checked, all }: { lang: Lang; checked: number; all: number }) {
  const t = texts[lang].checking
  return (
    <Card>
      <Stack>
        <Progress id="voortgang" label={t.label(checked, all)} value={checked} max={all} />
        <p>{t.explain}</p>
        <Form>
          <Hidden name="stap" value="nakijken" />
          <p>
            {t.stuck} <Button kind="plain">{t.resume}</Button>
          </p>
        </Form>
      </Stack>
    </Card>
  )
}
