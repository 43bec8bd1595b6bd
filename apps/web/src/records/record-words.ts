import type { BreachKind } from '@shouwen/contract/records';
import { codeWords, words } from '../ui/language.tsx';

export const BREACH_WORDS = codeWords<BreachKind>({ refused: ['拒绝受理', 'Refused'], bounced: ['推诿转走', 'Bounced'], unanswered: ['没有答复', 'Unanswered'], late: ['逾期', 'Late'], handed_over_wrongly: ['转错部门', 'Handed over wrongly'], forbidden_words: ['服务忌语', 'Forbidden words'] });
export const RECORD_WORDS = words({
  when: ['时间', 'When'], matter: ['事项', 'Matter'], who: ['责任人', 'Person'], department: ['部门', 'Department'], what: ['种类', 'Kind'], by: ['经手人', 'By'], nobody: ['未指名', 'Nobody named'], open: ['未结束', 'Not ended'],
  from: ['从', 'From'], to: ['到', 'To'], all: ['全部部门', 'All departments'], more: ['再显示一些', 'Show more'], print: ['打印', 'Print'], save: ['保存', 'Save'], cancel: ['取消', 'Cancel'], owner: ['负责人', 'Owner'], due: ['完成日期', 'Due'], words: ['情况', 'Words'],
});
