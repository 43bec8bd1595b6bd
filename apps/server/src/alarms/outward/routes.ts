import { AddingBrowser, ChoosingMessages, ConfirmingEmail, EnteringEmail, MyMessages, SettingWebhook, WebhookSecret, WebhookShown } from '@shouwen/contract/messages';
import { Type } from 'typebox';
import { revisionSeen } from '../../app/if-match.ts';
import type { House } from '../../app/house.ts';
import type { Outward } from '../../outside/outward.ts';
import { addBrowser, dropBrowser } from './add-browser.ts';
import { chooseMessages } from './choose-messages.ts';
import { confirmEmail, dropEmail } from './confirm-email.ts';
import { enterEmail } from './enter-email.ts';
import { sendTest } from './send-test.ts';
import { enableWebhookAgain, removeWebhook, setWebhook } from './set-webhook.ts';
import { myMessages, webhookShown } from './settings.queries.ts';

const ById = Type.Object({ id: Type.String({ format: 'uuid' }) });
const Nothing = Type.Null();

/** How messages reach people outside: each person's own ways, and the company's webhook. */
export function outwardRoutes(house: House, outward: Outward): void {
  house.get('/my-messages', { config: { audience: 'oneself' }, schema: { response: { 200: MyMessages } } }, (request) => house.read(request, (tx, by) => myMessages(tx, by, outward)));
  house.post('/my-messages/choices', { config: { audience: 'oneself', ifMatch: true }, schema: { body: ChoosingMessages, response: { 200: Type.Object({ revision: Type.Integer() }) } } }, (request, reply) =>
    house.perform(request, reply, 200, (work) => chooseMessages(work, revisionSeen(request.headers['if-match']), request.body)));
  house.post('/my-messages/emails', { config: { audience: 'oneself' }, schema: { body: EnteringEmail, response: { 204: Nothing } } }, (request, reply) =>
    house.perform(request, reply, 204, (work) => enterEmail(work, request.body.email, outward)));
  house.post('/my-messages/email-confirmations', { config: { audience: 'oneself' }, schema: { body: ConfirmingEmail, response: { 204: Nothing } } }, (request, reply) =>
    house.perform(request, reply, 204, (work) => confirmEmail(work, request.body.token)));
  house.delete('/my-messages/email', { config: { audience: 'oneself' }, schema: { response: { 204: Nothing } } }, (request, reply) => house.perform(request, reply, 204, dropEmail));
  house.post('/my-messages/browsers', { config: { audience: 'oneself' }, schema: { body: AddingBrowser, response: { 201: ById } } }, (request, reply) =>
    house.perform(request, reply, 201, (work) => addBrowser(work, request.body, request.headers['user-agent'], outward)));
  house.delete('/my-messages/browsers/:id', { config: { audience: 'oneself' }, schema: { params: ById, response: { 204: Nothing } } }, (request, reply) =>
    house.perform(request, reply, 204, (work) => dropBrowser(work, request.params.id)));
  house.post('/my-messages/tests', { config: { audience: 'oneself' }, schema: { response: { 204: Nothing } } }, (request, reply) => house.perform(request, reply, 204, sendTest));

  house.get('/webhook', { config: { audience: 'see_webhook' }, schema: { response: { 200: WebhookShown } } }, (request) => house.read(request, (tx, by) => webhookShown(tx, by.companyId)));
  // Its answer isn't kept for a repeat as those of other writes are: it holds the secret. Sent twice, the second is a stale edit.
  house.post('/webhook', { config: { audience: 'keep_webhook', withoutKey: true, ifMatch: true }, schema: { body: SettingWebhook, response: { 201: WebhookSecret } } }, async (request, reply) => {
    const seen = revisionSeen(request.headers['if-match']);
    return reply.code(201).send(await house.read(request, (tx, by, now) => setWebhook({ tx, by, now }, request.body.url, seen, outward)));
  });
  house.delete('/webhook', { config: { audience: 'keep_webhook', ifMatch: true }, schema: { response: { 204: Nothing } } }, (request, reply) =>
    house.perform(request, reply, 204, (work) => removeWebhook(work, revisionSeen(request.headers['if-match']))));
  house.post('/webhook/enablings', { config: { audience: 'keep_webhook', ifMatch: true }, schema: { response: { 204: Nothing } } }, (request, reply) =>
    house.perform(request, reply, 204, (work) => enableWebhookAgain(work, revisionSeen(request.headers['if-match']))));
}
