import type { ImportKind, ImportState } from '@shouwen/contract/importing';
import { codeWords, words } from '../ui/language.tsx';

export const WHAT_WORDS = codeWords<ImportKind>({ rooms: ['房间', 'Rooms'], people: ['客户', 'Customers'], staff: ['员工', 'Staff'], matters: ['历史事项', 'Past matters'] });
export const IMPORT_STATES = codeWords<ImportState>({
  columns: ['待选列', 'Columns to choose'], checking: ['检查中', 'Being checked'], checked: ['待导入', 'To be imported'], waiting: ['等待中', 'Waiting'], running: ['导入中', 'Running'], done: ['已完成', 'Done'], cancelled: ['已中止', 'Cancelled'],
  failed: ['中断了', 'Cut off'], discarded: ['已放弃', 'Discarded'],
});
/** What several steps say. */
export const SHARED = words({ more: ['再显示一些', 'Show more'], row: [(n: number) => `第 ${n} 行`, (n: number) => `Row ${n}`], cancel: ['中止', 'Cancel'] });

const ERRORS: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  missing: ['没有填写', 'Empty'], too_long: ['太长', 'Too long'], formula: ['公式或错误值', 'Formula or its error'], no_such_room: ['没有这个房间', 'No such room'], no_phone: ['电话不对', 'No phone'], no_such_time: ['时间不对', 'No such time'],
  unknown_word: ['不在可填范围', 'Unknown word'], ambiguous: ['有几位同名', 'Several of that name'], no_card_number: ['卡号不对', 'No card number'], card_taken: ['卡号已有人用', 'Card taken'], room_or_common: ['房间与公共部位并填', 'Room and common part'],
  user_name: ['用户名不合规则', 'Bad user name'], user_name_taken: ['用户名已有人用', 'User name taken'], department_missing: ['缺部门', 'No department'], twice: ['编号重复', 'Number stands twice'], before_receipt: ['答复早于收到', 'Answered before received'],
  in_the_future: ['时间还没到', 'In the future'], too_early: ['时间太早', 'Too early'],
};
const REMEDIES: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  missing: ['在这里补填。', 'Fill it in here.'], too_long: ['在这里改短。', 'Make it shorter here.'], formula: ['在这里填上算好的值。', 'Enter the value itself.'], no_such_room: ['写法不同的，在这里改成已有的写法。', 'If it is only written otherwise, write it here as it is known.'],
  no_phone: ['改成手机号或带区号的座机；没有就清空。', 'Enter a mobile or a landline with its area code, or empty it.'], no_such_time: ['按 2019-08-01 或 2019-08-01 9:30 的写法改。', 'Write it as 2019-08-01 or 2019-08-01 9:30.'], unknown_word: ['改成可填的词。', 'Use one of those words.'],
  ambiguous: ['补填电话或房间，分清是哪一位。', 'Give a phone or a room to tell who it is.'], user_name_taken: ['换一个用户名。', 'Choose another user name.'], department_missing: ['补填部门。', 'Fill in the department.'], twice: ['若不是同一件，改一个编号；是同一件就不用管。', 'If it is another matter, change the number; if it is the same, leave it.'],
  before_receipt: ['核对两个时间，改正其中一个。', 'Compare the two times and put one right.'], in_the_future: ['改成实际的时间。', 'Enter the true time.'], too_early: ['改成实际的时间。', 'Enter the true time.'], room_or_common: ['清空其中一种。', 'Empty one of the two.'],
};
const at = (language: 'zh' | 'en') => language === 'zh' ? 0 : 1;
/** A kind of error in a few words; what isn't known by its code is said as the server said it. */
export const errorName = (code: string, said: { zh: string; en: string }, language: 'zh' | 'en') => ERRORS[code]?.[at(language)] ?? said[language];
export const whatToDo = (code: string, language: 'zh' | 'en') => REMEDIES[code]?.[at(language)] ?? ['在这里改正，或留着不导入。', 'Put it right here, or leave it out.'][at(language)]!;
