import { Type, type Static } from 'typebox';
import { POST_CODES, type PostCode } from './posts.ts';
import { orNull } from './schema.ts';

const closed = { additionalProperties: false };
const Time = Type.String({ format: 'date-time' });
const Post = Type.Unsafe<PostCode>({ type: 'string', enum: [...POST_CODES] });
/** `revision` 0: nobody has written it yet. */
const Written = { text: orNull(Type.String()), revision: Type.Integer(), writtenBy: orNull(Type.String()), writtenAt: orNull(Time) };

/** FCR-39: what each department of a centre does, and the duty handbook of each post (岗位职责手册), the company's. */
export const Duties = Type.Object({
  departments: Type.Array(Type.Object({ id: Type.String(), name: Type.String(), heads: Type.Array(Type.String()), ...Written })),
  posts: Type.Array(Type.Object({ post: Post, ...Written })),
  /** Whether whoever asks may write those of the departments here, and of the posts. */
  mayWrite: Type.Object({ departments: Type.Boolean(), posts: Type.Boolean() }),
});
export type Duties = Static<typeof Duties>;
export const WritingDuties = Type.Object({ text: Type.String({ minLength: 1, maxLength: 20_000, pattern: '\\S' }) }, closed);
export type WritingDuties = Static<typeof WritingDuties>;
