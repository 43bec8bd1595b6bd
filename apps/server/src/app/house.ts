import type { FastifyBaseLogger, FastifyInstance, RawReplyDefaultExpression, RawRequestDefaultExpression, RawServerDefault } from 'fastify';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { TSchema } from 'typebox';
import type { Tx } from '../db/connect.ts';
import type { Work } from '../db/work.ts';
import type { Staff } from '../staff/staff.ts';
import type { Audience } from '../staff/who-may.rules.ts';
import type { Display } from '../wall/display-links.store.ts';

declare module 'fastify' {
  interface FastifyInstance {
    /**
     * One write: idempotent by `Idempotency-Key`, in one transaction with all that follows from it. Answers the request itself.
     * `body`: by what a repeat is known where `request.body` is not it, or must not be kept even as a hash.
     */
    perform<T>(request: FastifyRequest, reply: FastifyReply, status: 200 | 201 | 204, useCase: (work: Work) => Promise<T>, body?: unknown): Promise<void>;
    /** One read, in the company of whoever asks. */
    read<T>(request: FastifyRequest, query: (tx: Tx, by: Staff, now: Date) => Promise<T>): Promise<T>;
    /** One read for a screen (audience `display`), in the company and of the centre of its link. */
    show<T>(request: FastifyRequest, query: (tx: Tx, display: Display, now: Date) => Promise<T>): Promise<T>;
  }
  interface FastifyRequest {
    /** Whoever is signed in; on a public route nobody may be. */
    staff: Staff;
    /** The screen that asks, on a route of that audience. */
    display: Display;
  }
  interface FastifyContextConfig {
    audience?: Audience;
    /** A write whose answer is not kept for a repeat: it holds a secret, or changes the sign-in itself. */
    withoutKey?: true;
    /** The route refuses a stale edit: `If-Match` names the revision seen. */
    ifMatch?: boolean;
    /** The parts of a multipart body, which the route reads by itself: for OpenAPI alone. */
    multipart?: TSchema;
  }
}
export type House = FastifyInstance<RawServerDefault, RawRequestDefaultExpression, RawReplyDefaultExpression, FastifyBaseLogger, TypeBoxTypeProvider>;
