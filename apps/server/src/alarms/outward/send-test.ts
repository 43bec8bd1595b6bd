import { v7 } from 'uuid';
import type { Work } from '../../db/work.ts';
import { sendMessages } from '../messages.store.ts';

/** A message to oneself, by every way one has, and to the company's webhook as any other: whether they reach their end is then seen at it. */
export async function sendTest({ tx, by, now }: Work): Promise<void> {
  await sendMessages(tx, by.companyId, [{
    staffId: by.id, centreId: null, kind: 'channel', matterId: null, clockId: null, step: `test ${v7()}`, as: 'oneself', urgent: false, rule: null,
    duty: { zh: '测试消息，能看到就说明已送达', en: 'a test; seeing it means that it has arrived' }, due: null, zh: '测试消息：下方列出每种方式的送达情况。', en: 'A test: below it is how each way went.',
  }], now);
}
