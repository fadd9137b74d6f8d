import { html } from 'hono/html'
import type { Child } from 'hono/jsx'
import type { Lang } from '../core/texts'
import { LangContext } from './lang'
import { A } from './link'
import { texts } from './texts'

export type DocumentProps = {
  lang: Lang
  /** of the browser tab; the name of the software is added */
  title: string
  assets: { css: string; script?: string | undefined }
  cspNonce?: string | undefined
  /** fixes light or dark; otherwise the device decides */
  theme?: 'light' | 'dark' | undefined
  /** who is signed in, so that a draft in this browser stays theirs */
  personId?: string | undefined
  /** extra elements for the head, such as a refresh */
  head?: Child
  class?: string
  children?: Child
}

/** The whole html document around a shell; the shell brings `<main id="inhoud">`. */
export function Document({ lang, title, assets, cspNonce, theme, head, ...props }: DocumentProps) {
  const chosen = theme ? { 'data-theme': theme } : {}
  return (
    <>
      {html`<!doctype html>`}
      <html lang={lang} {...chosen}>
        <head>
          <meta charset="utf-8" />
          <title>{`${title} · ${texts[lang].mark}`}</title>
          <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
          <meta name="color-scheme" content="light dark" />
          {/* Looking is logged: a link that is only hovered must not be fetched. */}
          <meta name="turbo-prefetch" content="false" />
          <meta name="turbo-refresh-method" content="morph" />
          <meta name="turbo-refresh-scroll" content="preserve" />
          {cspNonce && <meta name="csp-nonce" content={cspNonce} />}
          <link rel="icon" href="/mark.svg" type="image/svg+xml" />
          <link rel="stylesheet" href={assets.css} data-turbo-track="reload" />
          {assets.script && <script type="module" src={assets.script} data-turbo-track="reload" />}
          {head}
        </head>
        <body class={props.class} {...(props.personId && { 'data-person': props.personId })}>
          <A class="skip" href="#inhoud">
            {texts[lang].skip}
          </A>
          <LangContext.Provider value={lang}>{props.children}</LangContext.Provider>
        </body>
      </html>
    </>
  )
}
