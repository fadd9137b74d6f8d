import '@hotwired/turbo'
import { keepDrafts } from './drafts.ts'

keepDrafts()
