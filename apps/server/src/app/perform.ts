import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Db } from '../db/connect.ts';
import { inCompany } from '../db/in-company.ts';
import type { Work } from '../db/work.ts';
import { no, OnRecord, Refused } from '../policy/refusal.ts';
import { workIn } from './do-work.ts';
import { keepAnswer, takeKey } from './request-seen.store.ts';

/**
 * One write from outside: key, use case, reactions, clocks and the answer kept for a repeat, all in one transaction.
 * The same key with the same body is answered as the first time; a hundred at once make one row.
 */
export function performer(db: Db, counters: Db, now: () => Date) {
  return async function perform<T>(request: FastifyRequest, reply: FastifyReply, status: number, useCase: (work: Work) => Promise<T>, body: unknown = request.body): Promise<void> {
    const key = request.headers['idempotency-key'];
    if (typeof key !== 'string' || key.length < 8 || key.length > 100)
      throw new Refused(no('input', 'idempotency_key', '缺少 Idempotency-Key（8 至 100 个字符）：每次写入须带一个不重复的键。', 'Idempotency-Key is missing: every write carries one of 8 to 100 characters.'));
    const by = request.staff;
    // What was entered without a connection is sent when there is one again; by then somebody else may be signed in at this browser.
    const enteredBy = request.headers['entered-by'];
    if (enteredBy !== undefined && enteredBy !== by.id)
      throw new Refused(no('input', 'entered_by_another', '这是另一位同事填写的，须由其本人登录后提交。', 'A colleague entered this: it is sent once they sign in.'));
    const seen = { companyId: by.companyId, by: by.id, key, route: `${request.method} ${request.url}`, bodyHash: createHash('sha256').update(JSON.stringify(body ?? null)).digest('base64') };
    const answered = await inCompany(db, by.companyId, async (tx) => {
      const moment = now();
      const before = await takeKey(tx, seen, moment);
      if (before === 'other') throw new Refused(no('input', 'idempotency_key_reused', '这个 Idempotency-Key 已用于另一次写入。', 'This Idempotency-Key was used for another write.'));
      if (before !== 'taken') return before;
      const answer = await workIn(tx, counters, by, moment, useCase);
      const answered = answer instanceof OnRecord ? { status: 422, answer: answer.refusal } : { status, answer };
      await keepAnswer(tx, seen, answered.status, answered.answer);
      return answered;
    });
    await reply.code(answered.status).send(answered.status === 204 ? undefined : answered.answer);
  };
}
