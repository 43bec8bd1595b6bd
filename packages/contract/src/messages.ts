import { Type, type Static } from 'typebox';
import { oneOf, orNull } from './schema.ts';

/**
 * `overdue`: a rung of the ladder (CAL-10); `class_one`: stays on screen with sound until acknowledged by name (FCR-11); `check`: what the machine found
 * by itself (CMP-46, a webhook that fails); `channel`: about the ways of messages themselves, an address to confirm or a test.
 */
export const MESSAGE_KINDS = ['warning', 'due', 'overdue', 'class_one', 'check', 'channel'] as const;
export type MessageKind = (typeof MESSAGE_KINDS)[number];
/** Those that one may choose not to get by a way; the rest always goes. */
export const CHOSEN_KINDS = ['warning', 'due', 'overdue', 'check'] as const satisfies readonly MessageKind[];
export type ChosenKind = (typeof CHOSEN_KINDS)[number];
export const CHANNELS = ['mail', 'push', 'webhook'] as const;
export type Channel = (typeof CHANNELS)[number];

/** It tells of something and reminds of no deadline; screens, e-mails and pushes head it so. */
export const isNotice = ({ kind, clockId, leadsTo }: { kind: MessageKind; clockId: string | null; leadsTo: string | null }): boolean => (kind === 'warning' && clockId === null) || leadsTo !== null;

const closed = { additionalProperties: false };
const Id = Type.String({ format: 'uuid' });
const Time = Type.String({ format: 'date-time' });

/** One way a message takes outside. `waiting`: `at` is when it goes, at the end of quiet hours or at the next try; else when it was sent or given up. */
export const Delivery = Type.Object({ channel: oneOf(CHANNELS), state: oneOf(['waiting', 'sent', 'failed'] as const), at: Time });
export type Delivery = Static<typeof Delivery>;
export const Message = Type.Object({
  id: Type.String(), kind: oneOf(MESSAGE_KINDS), centreId: orNull(Type.String()),
  /** The number of the matter it is about, for the link. */
  matter: orNull(Type.String()), clockId: orNull(Type.String()),
  /** An address within the product, where it is about no matter. */
  leadsTo: orNull(Type.String()),
  zh: Type.String(), en: Type.String(),
  due: orNull(Time), at: Time, readAt: orNull(Time), acknowledgedAt: orNull(Time), acknowledgedBy: orNull(Type.String()),
  deliveries: Type.Array(Delivery),
});
export type Message = Static<typeof Message>;

/** Unread ones first, the newest first among each. `ringing`: class I alarms nobody has acknowledged, all of them, on every page. */
export const MessageList = Type.Object({ rows: Type.Array(Message), next: Type.Union([Type.String(), Type.Null()]), ringing: Type.Array(Message) });
export type MessageList = Static<typeof MessageList>;

/** FCR-11, CAL-10: who was called for a class I matter, in the order of the calls. `as`: a post, or duty_manager. */
export const Calls = Type.Object({ rows: Type.Array(Type.Object({ name: Type.String(), as: Type.String(), at: Time, acknowledgedAt: orNull(Time), acknowledgedBy: orNull(Type.String()) })) });
export type Calls = Static<typeof Calls>;

const LocalTime = Type.String({ pattern: '^([01]\\d|2[0-3]):[0-5]\\d$' });
/** What isn't urgent waits from `from` until `until`, local to the centre it is about. Null: it never waits. */
const Quiet = orNull(Type.Object({ from: LocalTime, until: LocalTime }, closed));
const Kinds = Type.Array(oneOf(CHOSEN_KINDS), { maxItems: CHOSEN_KINDS.length, uniqueItems: true });
export const ChoosingMessages = Type.Object({ mailKinds: Kinds, pushKinds: Kinds, quiet: Quiet, language: oneOf(['zh', 'en'] as const) }, closed);
export type ChoosingMessages = Static<typeof ChoosingMessages>;
export const MyMessages = Type.Object({
  ...ChoosingMessages.properties, revision: Type.Integer(),
  mailOffered: Type.Boolean(), email: orNull(Type.String()),
  /** An address whose confirming letter has been asked for. */
  emailAsked: orNull(Type.String()),
  /** By which a browser asks for pushes; null: not offered. */
  pushKey: orNull(Type.String()),
  browsers: Type.Array(Type.Object({ id: Id, endpoint: Type.String(), browser: orNull(Type.String()), since: Time })),
});
export type MyMessages = Static<typeof MyMessages>;
export const EnteringEmail = Type.Object({ email: Type.String({ maxLength: 254, pattern: '^[^\\s@<>(),;:"\\[\\]\\\\]+@[^\\s@<>(),;:"\\[\\]\\\\]+\\.[^\\s@<>(),;:"\\[\\]\\\\]+$' }) }, closed);
export type EnteringEmail = Static<typeof EnteringEmail>;
export const ConfirmingEmail = Type.Object({ token: Type.String({ minLength: 20, maxLength: 100 }) }, closed);
export type ConfirmingEmail = Static<typeof ConfirmingEmail>;
const Base64Url = (length: number) => Type.String({ minLength: length, maxLength: length + 2, pattern: '^[\\w-]+=*$' });
/** What a browser's PushSubscription says. */
export const AddingBrowser = Type.Object({ endpoint: Type.String({ maxLength: 1000, pattern: '^https?://' }), p256dh: Base64Url(87), auth: Base64Url(22) }, closed);
export type AddingBrowser = Static<typeof AddingBrowser>;

/** The company's webhook. `failingSince`: when the first of the calls failed since which none was taken. */
export const Webhook = Type.Object({ url: Type.String(), since: Time, by: Type.String(), failingSince: orNull(Time), lastError: orNull(Type.String()), disabledAt: orNull(Time) });
export type Webhook = Static<typeof Webhook>;
/** `revision` 0: none is set. */
export const WebhookShown = Type.Object({ revision: Type.Integer(), webhook: orNull(Webhook) });
export type WebhookShown = Static<typeof WebhookShown>;
export const SettingWebhook = Type.Object({ url: Type.String({ maxLength: 1000 }) }, closed);
export type SettingWebhook = Static<typeof SettingWebhook>;
/** Shown this once. */
export const WebhookSecret = Type.Object({ secret: Type.String() });
export type WebhookSecret = Static<typeof WebhookSecret>;

/** What `GET /api/v1/events` sends: event name -> data. `refresh`: something may have been missed, read anew. */
export interface StreamEvents {
  changed: { centre: string; matter: string };
  message: { message: string; kind: MessageKind };
  refresh: Record<never, never>;
}
