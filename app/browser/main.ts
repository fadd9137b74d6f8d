import '@hotwired/turbo'
import { keepDrafts } from './drafts.ts'
import { keepToBrowser } from './turbo.ts'

keepDrafts()
keepToBrowser()
