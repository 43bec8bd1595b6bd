import { expect, test } from 'vitest';
import { feedbackTimes } from './feedback-times.ts';
import { digitsToLookFor, EMPTY_INTAKE, missingIn, pointsOf, registeringOf, type Intake } from './intake.ts';
import { proposePoints } from './propose-points.ts';

const how = { centreId: 'c', readBack: true, inShort: '险情灾害' };
const complaint: Intake = { ...EMPTY_INTAKE, kind: 'complaint', name: '陈桂芳', place: '3栋2单元1702', whatHappened: 'B 梯停运。', whatIsWanted: '要求说明停运原因、书面答复客户，修好前 B 梯停用。' };

test('CMP-29 the points are proposed from what the customer wants', () => expect(proposePoints(complaint.whatIsWanted)).toEqual(['说明停运原因', '书面答复客户', '修好前 B 梯停用']));
test('CMP-29 a part too short to stand alone stays with its sentence', () => expect(proposePoints('道歉，赔钱')).toEqual(['道歉，赔钱']));
test('CMP-29 nothing wanted, nothing proposed', () => expect(proposePoints(' \n。')).toEqual([]));
test('CMP-29 whoever took all points out has none', () => expect(pointsOf({ ...complaint, points: [] })).toEqual([]));
test('what was left empty is not sent', () => expect(registeringOf(complaint, how)).toEqual({
  centreId: 'c', kind: 'complaint', channel: 'phone', readBack: true, reporter: { name: '陈桂芳', place: '3栋2单元1702' }, whatHappened: 'B 梯停运。', whatIsWanted: complaint.whatIsWanted, points: ['说明停运原因', '书面答复客户', '修好前 B 梯停用'],
}));
test('what was typed for another kind or channel is not sent', () => {
  const body = registeringOf({ ...complaint, kind: 'repair', claimed: true, claimYuan: '2000', personComplainedAbout: 'x', link: 'https://a', referredBy: '街道' }, how);
  for (const name of ['claimYuan', 'points', 'personComplainedAbout', 'link', 'referredBy']) expect(body).not.toHaveProperty(name);
});
test('CMP-06 withheld travels, and a phone only where the file has none', () => {
  expect(registeringOf({ ...complaint, named: 'neighbour_dispute', name: '', place: '' }, how).reporter).toEqual({ withheld: 'neighbour_dispute' });
  expect(registeringOf({ ...complaint, person: { id: 'p', name: '陈桂芳' }, phone: '138' }, how).reporter).toEqual({ personId: 'p', name: '陈桂芳', place: '3栋2单元1702' });
});
test('FCR-08 an emergency needs no word more than its kind', () => {
  const body = registeringOf({ ...EMPTY_INTAKE, kind: 'hazard_or_disaster', solved: true }, how);
  expect(body.whatHappened).toBe('险情灾害');
  expect(body).not.toHaveProperty('solvedOnSpot');
  expect(missingIn({ ...EMPTY_INTAKE, kind: 'hazard_or_disaster' })).toEqual([]);
});
test('FCR-06 solved on the spot says how, and whether the customer is satisfied', () => expect(missingIn({ ...complaint, solved: true })).toEqual(['solvedOnSpot.text', 'solvedOnSpot.satisfied']));
test('an amount that is none is missing', () => expect(missingIn({ ...complaint, claimed: true, claimYuan: '一千' })).toEqual(['claimYuan']));

const at = (now: string) => feedbackTimes(new Date(now), 'Asia/Shanghai').map(time => time.toISOString());
test('CMP-08 feedback is offered on the half hour, an hour on at least', () => expect(at('2026-11-20T07:36:00Z')).toEqual(['2026-11-20T09:00:00.000Z', '2026-11-20T10:00:00.000Z', '2026-11-21T02:00:00.000Z']));
test('CMP-08 nobody is promised a call at night', () => {
  expect(at('2026-11-20T11:10:00Z')).toEqual(['2026-11-20T12:30:00.000Z', '2026-11-21T02:00:00.000Z']);
  expect(at('2026-11-20T14:43:00Z')).toEqual(['2026-11-21T02:00:00.000Z']);
});
test('a phone typed by hand is looked for once it is a whole one, however it is written', () => expect(['138', '8802 11', '8802 1100', '138-0000-2716'].map(digitsToLookFor)).toEqual(['', '', '88021100', '13800002716']));
