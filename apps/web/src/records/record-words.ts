import type { BreachKind } from '@shouwen/contract/records';
import { BREACH_SAID } from '@shouwen/contract/words';
import { codeWords, words } from '../ui/language.tsx';

export const BREACH_WORDS = codeWords<BreachKind>(BREACH_SAID);
export const RECORD_WORDS = words({
  when: ['时间', 'When'], matter: ['事项', 'Matter'], who: ['责任人', 'Person'], department: ['部门', 'Department'], what: ['种类', 'Kind'], by: ['经手人', 'By'], nobody: ['未指名', 'Nobody named'], open: ['未结束', 'Not ended'],
  from: ['从', 'From'], to: ['到', 'To'], all: ['全部部门', 'All departments'], more: ['再显示一些', 'Show more'], print: ['打印', 'Print'], save: ['保存', 'Save'], cancel: ['取消', 'Cancel'], owner: ['负责人', 'Owner'], due: ['完成日期', 'Due'], words: ['情况', 'Words'],
});
