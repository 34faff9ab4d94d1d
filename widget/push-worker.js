// @ts-nocheck: the types of a page are not those of a worker
/** Shows what the assistant writes as notifications. The shop serves this file from its own address: see README.md. */

self.addEventListener('push', event => {
  const {title, body, url, tag, lang} = event.data.json()
  event.waitUntil(self.registration.showNotification(title, {body, tag, lang, data: {url}}))
})

self.addEventListener('notificationclick', event => {
  event.notification.close()
  event.waitUntil(self.clients.openWindow(event.notification.data.url))
})
