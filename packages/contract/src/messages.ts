import { Type, type Static } from 'typebox';

/** `overdue`: a rung of the ladder (CAL-10); `class_one`: stays on screen with sound until acknowledged by name (FCR-11); `check`: what the nightly check found (CMP-46). */
export const MESSAGE_KINDS = ['warning', 'due', 'overdue', 'class_one', 'check'] as const;
export type MessageKind = (typeof MESSAGE_KINDS)[number];

const orNull = <T extends ReturnType<typeof Type.String>>(schema: T) => Type.Union([schema, Type.Null()]);
const Time = Type.String({ format: 'date-time' });
export const Message = Type.Object({
  id: Type.String(), kind: Type.Unsafe<MessageKind>({ type: 'string', enum: [...MESSAGE_KINDS] }), centreId: Type.String(),
  /** The number of the matter it is about, for the link. */
  matter: orNull(Type.String()), clockId: orNull(Type.String()),
  zh: Type.String(), en: Type.String(),
  due: orNull(Time), at: Time, readAt: orNull(Time), acknowledgedAt: orNull(Time), acknowledgedBy: orNull(Type.String()),
});
export type Message = Static<typeof Message>;

/** Unread ones first, the newest first among each. `ringing`: class I alarms nobody has acknowledged, all of them, on every page. */
export const MessageList = Type.Object({ rows: Type.Array(Message), next: Type.Union([Type.String(), Type.Null()]), ringing: Type.Array(Message) });
export type MessageList = Static<typeof MessageList>;

/** What `GET /api/v1/events` sends: event name -> data. `refresh`: something may have been missed, read anew. */
export interface StreamEvents {
  changed: { centre: string; matter: string };
  message: { message: string; kind: MessageKind };
  refresh: Record<never, never>;
}
