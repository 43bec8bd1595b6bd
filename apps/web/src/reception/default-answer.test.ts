import { expect, test } from 'vitest';
import { answerRuleOf } from './default-answer.ts';

test.each([['complaint', 'phone', 'CMP-31'], ['complaint', 'letter', 'CMP-32'], ['complaint', 'app', 'CMP-28'], ['complaint', 'wechat', 'CMP-49'], ['inquiry', 'in_person', 'INQ-02'], ['inquiry', 'email', 'INQ-01'], ['repair', 'phone', 'DOOR-01'], ['suggestion', 'phone', 'FCR-17']] as const)(
  'without an agreed time a %s by %s is answered by %s', (kind, channel, rule) => expect(answerRuleOf(kind, channel).rule).toBe(rule));
