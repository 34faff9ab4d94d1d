/**
 * Every word the widget says of its own. A shop replaces any of them with `element.strings = {…}`.
 * `{name}` is filled in by `fill`.
 */
export const strings = {
  launcher: 'Parcel help',
  openChat: 'Open the chat',
  openChatUnread: 'Open the chat, new messages: {count}',
  title: 'Parcel help',
  owner: {
    bot: 'Here day and night',
    requested: 'Passed to our team; a person answers here',
    human: '{agent} is with you',
    humanSince: '{agent} is with you since {time}',
    solved: 'Your case is closed; write any time',
  },
  agentFallback: 'Someone from our team',
  you: 'You',
  bot: 'Assistant',
  welcome: 'Hello! What is happening with your parcel? Paste your tracking or order number and I will look it up.',
  starters: ['Where is my parcel?', 'My tracking is not moving', 'It says delivered, but I don’t have it'],
  conversation: 'Conversation',
  field: 'Your message',
  placeholder: 'Write a message',
  send: 'Send',
  lettersLeft: 'Characters left: {count}',
  close: 'Close the chat',
  menu: 'More',
  language: 'Language',
  transcript: 'Save this chat',
  transcriptTitle: 'Parcel help: your conversation',
  startOver: 'Start over',
  startOverTitle: 'Start a new chat?',
  startOverText: 'This chat disappears from this device. Anything already passed to our team stays with them.',
  startOverConfirm: 'Start a new chat',
  startOverCancel: 'Keep this chat',
  feedbackQuestion: 'Did this chat help you?',
  feedbackYes: 'Yes, it helped',
  feedbackNo: 'No, not really',
  feedbackThanks: 'Thank you for telling us.',
  typing: 'The assistant is writing',
  typingAgent: '{agent} is writing',
  newMessages: 'New messages',
  sending: 'Sending',
  waiting: 'Waiting for the connection',
  refused: 'This message could not be sent.',
  refusedLong: 'This message is too long. Please shorten it.',
  refusedChoice: 'That option is no longer open. Please use the newest ones or write to us.',
  edit: 'Edit',
  remove: 'Remove',
  offline: 'You are offline. Write on: your messages go out when you are back.',
  reconnecting: 'The connection dropped. We keep trying.',
  retryNow: 'Try now',
  backOnline: 'You are connected again.',
  ended: 'Your earlier chat has ended, so this is a new one.',
  today: 'Today',
  yesterday: 'Yesterday',
  attach: 'Add a photo or PDF',
  camera: 'Take a photo',
  dropHere: 'Drop a photo or PDF here',
  fileKind: 'Please choose a photo (PNG, JPEG, WebP) or a PDF.',
  fileSize: 'This file is larger than 5 MB.',
  fileFailed: 'The file did not get through.',
  fileProgress: '{percent} % sent',
  fileReady: 'Ready to send',
  retry: 'Try again',
  attachment: 'Attachment',
  cardTitle: 'Parcel {number}',
  copy: 'Copy the number',
  copied: 'Copied',
  from: 'From',
  to: 'To',
  unknownPlace: 'unknown',
  openAtCarrier: 'Open on the carrier’s site',
  lastScan: 'Last scan',
  noScan: 'No carrier has scanned this parcel yet.',
  dayOf: 'Day {elapsed} of {normal}',
  dayOver: 'Day {elapsed}, usually {normal}',
  normalUntil: 'Normal until {date}',
  normalEnded: 'Normal ended {date}',
  expected: 'Expected:',
  wasExpected: 'Was expected:',
  waitUntil: 'Wait until',
  thenLabel: 'After that',
  earlierScans: 'Earlier scans ({count})',
  paperwork: 'announced, not scanned',
  checked: 'Checked {age}',
  stale: 'The carrier does not answer right now. Last checked {age}.',
  ticketTitle: 'Your case {reference}',
  ticketDraft: 'Your message to our team',
  ticketUnsent: 'Not sent yet',
  loadFailed: 'The chat did not load. Please check your connection and try again.',
}

/**
 * Put `values` into the `{name}` places of `template`. A name without a value stays as it is.
 * @param {string} template
 * @param {Record<string, string | number>} values
 */
export function fill(template, values) {
  return template.replace(/\{(\w+)\}/g, (place, name) => String(values[name] ?? place))
}

/**
 * The words for who said a message.
 * @param {Pick<import('./types').Message, 'author' | 'agent'>} message @param {import('./types').Strings} words
 */
export function speaker({author, agent}, {you, bot, agentFallback}) {
  return {shopper: you, bot, agent: agent || agentFallback}[author]
}
