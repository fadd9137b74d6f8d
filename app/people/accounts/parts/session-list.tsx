import type { Lang } from '../../../core/texts.ts'
import { link } from '../../../links.ts'
import { Button } from '../../../ui/button.tsx'
import { Chip } from '../../../ui/chip.tsx'
import { Hidden } from '../../../ui/form.tsx'
import { Unseen } from '../../../ui/layout.tsx'
import { List, ListRow } from '../../../ui/list.tsx'
import { texts } from '../texts.ts'

type Shown = { id: string; device: string; soft: string; isThisOne: boolean }

/** One's own sessions, each with the button that ends it. */
export function SessionList({ sessions, lang }: { sessions: Shown[]; lang: Lang }) {
  const t = texts[lang].account
  return (
    <List label={t.sessions}>
      {sessions.map((session) => (
        <ListRow
          soft={session.soft}
          action={
            <form method="post" action={link('accountSession')}>
              <Hidden name="session" value={session.id} />
              <Button kind="quiet" small>
                {t.end}
                <Unseen> {t.endOf(session.device)}</Unseen>
              </Button>
            </form>
          }
        >
          {session.device} {session.isThisOne && <Chip tone="good">{t.thisOne}</Chip>}
        </ListRow>
      ))}
    </List>
  )
}
