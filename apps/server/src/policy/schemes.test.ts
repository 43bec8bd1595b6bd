import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { world, type TestWorld } from '../testing/world.ts';
import { CHOICES } from './choices.ts';
import { RULEBOOK, SETTINGS } from './rulebook.ts';
import { SCHEMES } from './schemes.ts';

const first = [...RULEBOOK.values()].filter(({ id }) => id.startsWith('FCR-'));
const names = (src: string | undefined, of: string) => new RegExp(`${of.replace('.', '\\.')}\\b`).test(src ?? '');

describe('the presets', () => {
  test('CHO-16 each holds the rules whose source names its scheme, and no others', () => {
    expect(SCHEMES.map(({ scheme }) => scheme)).toEqual(SETTINGS.get('first_contact_scheme')!.values);
    for (const { src, rules } of SCHEMES.slice(1)) expect(rules).toEqual(first.filter((rule) => names(rule.src, src)).map(({ id }) => id));
  });
  test('CHO-16 each chooses only what a source of that scheme says, for every choice of CHO-01 to CHO-10 of which one does', () => {
    for (const { src, choices } of SCHEMES.slice(1))
      for (const [setting, { rule }] of SETTINGS) {
        if (rule > 'CHO-10' || RULEBOOK.get(rule)!.setting !== setting) continue;
        const said = RULEBOOK.get(rule)!.options!.filter((option) => names(option.src, src) && !option.src.startsWith('ours, from')).map(({ value }) => value);
        const chosen = choices[setting as keyof typeof choices];
        expect([src, setting, said.length ? said.includes(chosen!) : chosen === undefined]).toEqual([src, setting, true]);
      }
  });
});

describe('at the door', () => {
  let w: TestWorld;
  beforeAll(async () => { w = await world('2026-11-20T02:00:00Z'); });
  afterAll(() => w.end());

  test('CHO-16 a draft is filled with a scheme, may be changed after, and switches the centre to it: rules outside it off, their numbers none, safety on', async () => {
    const drafted = (await w.as('zhouqiming').post('/policy/drafts', { centreId: w.centre, why: '改行一小时转单' })).json();
    const filled = await w.as('zhouqiming').post(`/policy/drafts/${drafted.id}/scheme`, { scheme: 's4_8' }, { 'if-match': `"${drafted.revision}"` });
    expect(filled.statusCode, filled.body).toBe(200);
    const { content, revision } = filled.json();
    expect(content.choices).toEqual({ handover_route: 'department', finished: 'clearly_answered', called_back_by: 'first_contact_person', answer_clocks: 'slip_replaces', second_transfer: 'once_by_relations_lead',
      escalation_ladder: 'functional_department', first_contact_scheme: 's4_8' });
    expect([content.off.includes('FCR-07'), content.off.includes('FCR-40'), content.off.includes('FCR-08'), content.off.includes('FCR-11'), content.off.some((rule: string) => rule.startsWith('CMP'))]).toEqual([true, false, false, false, false]);
    expect([content.numbers['FCR-07/handover_within'], content.numbers['FCR-40/slip_to_department_within'], content.numbers['CBK-15/separate']]).toEqual(['none', undefined, false]);
    const changed = await w.as('zhouqiming').post(`/policy/drafts/${drafted.id}`, { choices: { finished: 'result_recorded' } }, { 'if-match': `"${revision}"` });
    expect(changed.json().content.choices.finished).toBe('result_recorded');
    expect((await w.as('zhouqiming').post(`/policy/drafts/${drafted.id}/publish`, { mode: 'new' }, { 'if-match': `"${changed.json().revision}"` })).statusCode).toBe(200);
    w.moveClock('2026-11-20T02:01:00Z');
    const { number } = (await w.as('hejiayi').post('/matters', { centreId: w.centre, kind: 'complaint', channel: 'letter', reporter: { name: '陈桂芳', place: '3栋', phone: '13800002716' }, whatHappened: '电梯停运', readBack: true })).json();
    const clocks = (await w.owner.query('select name from clock join matter using (company_id, matter_id) where number = $1', [number])).rows.map(({ name }) => name);
    expect([clocks.includes('FCR-07/handover_within'), clocks.includes('FCR-30/respond_within'), clocks.includes('CMP-32/within')]).toEqual([false, true, true]);
    const back = (await w.as('zhouqiming').post('/policy/drafts', { centreId: w.centre })).json();
    const combined = await w.as('zhouqiming').post(`/policy/drafts/${back.id}/scheme`, { scheme: 'combined' }, { 'if-match': `"${back.revision}"` });
    expect(combined.json().content).toMatchObject({ choices: {}, off: [], numbers: {} });
  });
  test('CHO-16 two schemes side by side for one kind of matter: rules, limits, forms, steps', async () => {
    const both = (await w.as('hejiayi').get('/policy/schemes/compare?one=s4_1&other=s4_8&kind=complaint')).json();
    const row = (rows: { rule: string }[], rule: string) => rows.find((one) => one.rule === rule);
    expect([row(both.rules, 'FCR-07'), row(both.rules, 'FCR-40'), row(both.rules, 'FCR-12')]).toEqual([{ rule: 'FCR-07', zh: RULEBOOK.get('FCR-07')!.zh, one: true, other: false }, { rule: 'FCR-40', zh: RULEBOOK.get('FCR-40')!.zh, one: false, other: true }, undefined]);
    expect(row(both.limits, 'FCR-40')).toMatchObject({ key: 'FCR-40/slip_to_department_within', one: 'none', other: '1h' });
    expect([row(both.forms, 'FCR-04'), row(both.forms, 'FCR-27')]).toMatchObject([{ one: true, other: false }, { one: false, other: true }]);
    expect(both.steps.map(({ setting, one, other }: { setting: keyof typeof CHOICES; one: { value: string }; other: { value: string } }) => [setting, one.value, other.value]).slice(-1)).toEqual([['finished', 'result_recorded', 'clearly_answered']]);
    expect(row((await w.as('hejiayi').get('/policy/schemes/compare?one=s4_2&other=s4_8&kind=urgent_help')).json().rules, 'FCR-12')).toMatchObject({ one: true, other: false });
  });
});
