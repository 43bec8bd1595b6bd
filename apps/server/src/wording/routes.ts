import { KeepingPhrases, PhraseHistory, PhrasesInForce, Scripts } from '@shouwen/contract/phrases';
import { Type } from 'typebox';
import type { House } from '../app/house.ts';
import { revisionSeen } from '../app/if-match.ts';
import { groundOf } from '../app/timekeeping.ts';
import { inForce } from '../policy/policy.ts';
import { NotFound } from '../policy/refusal.ts';
import { belongsTo } from '../staff/staff.ts';
import { may } from '../staff/who-may.rules.ts';
import { keepPhrases } from './keep-phrases.ts';
import { phraseHistory } from './phrases.queries.ts';
import { phrasesInForce } from './phrases.store.ts';
import { mayPromise } from './powers.rules.ts';
import { SCRIPTS } from './scripts.ts';

const Centre = Type.Object({ centre: Type.String({ format: 'uuid' }) }, { additionalProperties: false });
const After = Type.Object({ after: Type.Optional(Type.String({ pattern: '^\\d{1,9}$' })) }, { additionalProperties: false });

/** STD-02, STD-05: phrases checked while writing, kept by whoever keeps the policy; HOT-03, ASK-01, CMP-40: questions and steps at hand. */
export function wordingRoutes(house: House): void {
  house.get('/phrases', { config: { audience: 'see_matters' }, schema: { querystring: Centre, response: { 200: PhrasesInForce } } }, (request) => house.read(request, async (tx, by, now) => {
    const { centre } = request.query;
    if (!belongsTo(by, centre)) throw new NotFound('centre');
    const { policies } = await groundOf(tx, by.companyId, centre);
    const kept = await phrasesInForce(tx, by.companyId);
    return { ...kept, phrases: [...kept.phrases], mayKeep: may(by, 'keep_policy'), mayPromiseYuan: mayPromise(by, centre, inForce(policies, now.getTime())) };
  }));
  house.get('/phrases/history', { config: { audience: 'see_matters' }, schema: { querystring: After, response: { 200: PhraseHistory } } }, (request) =>
    house.read(request, (tx, by) => phraseHistory(tx, by.companyId, request.query.after === undefined ? undefined : Number(request.query.after))));
  house.post('/phrases', { config: { audience: 'keep_policy', ifMatch: true }, schema: { body: KeepingPhrases, response: { 204: Type.Null() } } }, (request, reply) =>
    house.perform(request, reply, 204, (work) => keepPhrases(work, revisionSeen(request.headers['if-match']), request.body.phrases)));
  house.get('/scripts', { config: { audience: 'see_matters' }, schema: { response: { 200: Scripts } } }, (request) => house.read(request, () => Promise.resolve(SCRIPTS)));
}
