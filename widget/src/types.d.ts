/** What travels between the assistant and the widget, and what its modules hand each other. */

export interface Session {
  conversation_id: string
  token: string
  expires_at: string
}

export interface Choice {
  id: string
  title: string
}

export interface Checkpoint {
  at: string
  text: string
  place: string
  carrier: string
  physical: boolean
}

export interface TrackingCard {
  kind: 'tracking'
  number: string
  carrier: string
  last_mile_carrier: string
  last_mile_number: string
  carrier_link: string
  status: string
  status_text: string
  tone: 'calm' | 'watch' | 'act' | 'urgent'
  origin: string
  destination: string
  route: {from: string; to: string}
  last_scan: {at: string; text: string; place: string; age_text: string} | null
  elapsed_days: number | null
  normal_days: number | null
  normal_until: string | null
  wait_until: string | null
  wait_text: string
  then: string
  /** The estimate; cards of an older ledger lack it. */
  expected: {earliest: string; latest: string; source: 'provider' | 'announced' | 'history'; text: string; late: boolean} | null
  checkpoints: Checkpoint[]
  fetched_at: string
  stale: boolean
  sales_channel: string
  text: string
  language: string
  said: string
}

export interface TicketCard {
  kind: 'ticket'
  reference: string
  status: string
  fields: {label: string; value: string}[]
  promise: string
}

export type Card = TrackingCard | TicketCard

export interface Attachment {
  attachment_id?: string
  name?: string
  content_type?: string
  size_bytes?: number
}

export interface Message {
  seq: number
  author: 'shopper' | 'bot' | 'agent'
  at: string
  text: string
  choices: Choice[]
  card: Card | null
  attachment: Attachment | null
  /** What decided it; table 'handover' for a word about who has the conversation. */
  answer?: {table: string; row: string} | null
  /** The name of the person who said it. */
  agent?: string | null
  /** The language that the bot says it in; messages of an older ledger lack it. */
  language?: string | null
}

/** The widget's words in a language. */
export interface Spoken {
  code: string
  strings: Partial<Strings>
  direction: 'ltr' | 'rtl'
}

/** Who is there: whom the shop says is logged in, and the language they read. */
export interface Visitor {
  identify: () => Promise<object | null>
  language: () => string
}

export interface Handoff {
  state: 'bot' | 'requested' | 'human' | 'solved'
  agent?: string | null
}

/** A message on its way: kept in storage until the server has given it a seq. */
export interface Entry {
  echo_id: string
  at: string
  text: string
  choice?: string
  attachment_id?: string
  attachment_name?: string
  /** Why the server refused it for good; absent while it is still worth sending. */
  refused?: string
}

/** A file the server has, for a message that is still being written. */
export interface Upload {
  attachment_id: string
  attachment_name: string
}

export interface ServerEvent {
  id: string
  event: string
  data: string
}

export type Connection = 'idle' | 'connecting' | 'online' | 'lost'

/** What drawing a message needs from around it. */
export interface Scene {
  strings: Strings
  locale: string
  now: Date
  choose: (choice: Choice) => void
}

export type Strings = typeof import('./strings.js').strings
