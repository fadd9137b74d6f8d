import type { Route } from '../../platform/web.ts'

export const routes: Route[] = []
