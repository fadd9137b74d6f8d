import { sayDay } from '../../../core/texts.ts'
import { link } from '../../../links.ts'
import { today } from '../../../platform/clock.ts'
import type { Ctx } from '../../../platform/web.ts'
import { ButtonLink } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { Empty } from '../../../ui/empty.tsx'
import { Stack } from '../../../ui/layout.tsx'
import { List, ListRow } from '../../../ui/list.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { type Client, DossierHead } from '../../clients/door.ts'
import { EndedWords } from '../parts/ended-words.tsx'
import { sayPart } from '../parts/part-words.ts'
import { isSameParty } from '../rules/party.ts'
import { byParty } from '../rules/standing.ts'
import { type Ended, listEnded } from '../store/ended.ts'
import { type Choice, findLimits, listChoices, listStanding, type Standing } from '../store/words.ts'
import { texts } from '../texts.ts'
import { openClient } from './step.tsx'

/** Who may see what of this client, by whose word, until when. */
export async function get(c: Ctx): Promise<Response> {
  const [client, rest] = await openClient(c, async (tx, id) => ({
    standing: await listStanding(tx, id),
    ended: await listEnded(tx, id),
    choices: await listChoices(tx, id),
    limits: await findLimits(tx, id),
  }))
  return view(c, { client, ...rest })
}

type Loaded = {
  client: Client
  standing: Standing[]
  ended: Ended[]
  choices: Choice[]
  limits: Awaited<ReturnType<typeof findLimits>>
}

function view(c: Ctx, loaded: Loaded) {
  const { lang } = c.var
  const t = texts[lang].standing
  const of = { clientId: loaded.client.id }
  const groups = byParty(loaded.standing)
  return c.render(
    <Stack>
      <Said c={c} />
      <DossierHead lang={lang} client={loaded.client} today={today()} current="consent">
        <ButtonLink href={link('newConsent', of)} icon="eye">
          {t.add}
        </ButtonLink>
        <ButtonLink href={link('newShield', of)} icon="eye-off" kind="plain">
          {t.shield}
        </ButtonLink>
      </DossierHead>
      <Stack narrow>
        <p>{t.soft}</p>
        {groups.length === 0 && <Empty icon="eye">{t.none}</Empty>}
        {groups.map((group) => (
          <PartyCard c={c} loaded={loaded} group={group} />
        ))}
        <p class="soft">{t.hidden}</p>
        <Further c={c} loaded={loaded} />
        <EndedWords words={loaded.ended} lang={lang} />
      </Stack>
    </Stack>,
    { title: t.title, current: 'clients' },
  )
}

function Said({ c }: { c: Ctx }) {
  const said: Record<string, string> = texts[c.var.lang].standing.said
  const sentence = said[c.req.query('gedaan') ?? '']
  return sentence ? <Notice kind="success">{sentence}</Notice> : null
}

type Group = ReturnType<typeof byParty<Standing>>[number]

function PartyCard({ c, loaded, group }: { c: Ctx; loaded: Loaded; group: Group }) {
  const { lang } = c.var
  const t = texts[lang].standing
  const choice = loaded.choices.find((one) => isSameParty(one.party, group.party))
  return (
    <Card heading={group.name}>
      {choice?.signed === false && <Notice kind="warn">{t.unsigned}</Notice>}
      <List>
        {group.words.map((word) => (
          <ListRow
            soft={[
              word.until ? t.until(sayDay(word.until, lang)) : t.noEnd,
              t.since(sayDay(word.from, lang), texts[lang].givenBy[word.givenBy]),
            ].join(' · ')}
            action={
              <ButtonLink
                small
                kind="plain"
                href={link('endConsent', { clientId: loaded.client.id, grantId: word.id })}
                aria-label={t.stopLabel(sayPart(word.section, lang), group.name)}
              >
                {t.stop}
              </ButtonLink>
            }
          >
            {sayPart(word.section, lang)}
          </ListRow>
        ))}
      </List>
    </Card>
  )
}

function Further({ c, loaded: { client, limits } }: { c: Ctx; loaded: Loaded }) {
  const t = texts[c.var.lang].standing
  const of = { clientId: client.id }
  return (
    <Card heading={t.others}>
      <List>
        {limits.closedEpisodes > 0 && (
          <ListRow
            soft={t.earlierClosed}
            action={
              <ButtonLink small kind="plain" href={link('reopenEarlier', of)}>
                {t.reopen}
              </ButtonLink>
            }
          >
            {t.earlier}
          </ListRow>
        )}
        <ListRow
          soft={t.oneRowText}
          action={
            <ButtonLink small kind="plain" href={link('dossier', of, { afschermen: 'ja' })}>
              {t.oneRowChoose}
            </ButtonLink>
          }
        >
          {t.oneRow}
        </ListRow>
        <ListRow
          soft={limits.refusedAfterDeath ? t.afterDeathRefused : t.afterDeathOpen}
          action={
            <ButtonLink small kind="plain" href={link('afterDeath', of)}>
              {limits.refusedAfterDeath ? t.takeBack : t.refuse}
            </ButtonLink>
          }
        >
          {t.afterDeath}
        </ListRow>
      </List>
    </Card>
  )
}
