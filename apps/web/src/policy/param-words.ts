import { CHANNEL_WORDS } from '../matters/kinds.ts';
import type { Language } from '../ui/language.tsx';

/** What each number of a rule is about, in Chinese, by its key or, where several rules have one of that name, by the name. In English the name itself says it. */
const ZH: Readonly<Record<string, string>> = {
  'within': '期限', 'every': '周期', 'channels': '适用渠道', 'kinds': '种类', 'rate': '应达到的比率', 'by_day': '每月最迟日期', 'counted_from': '从何时起算', 'due_after_month_end': '月末后多久交', 'due_after_quarter_end': '季末后多久交',
  'CAL-01/timezone': '时区', 'CAL-05/roll_towards_customer': '对客户的期限遇休假日顺延', 'CAL-05/roll_towards_company': '对内的期限遇休假日顺延', 'CAL-05/roll_fixed_date': '固定日期遇休假日顺延',
  'CAL-08/month_starts_on_day': '统计月从上月几日起', 'CAL-10/warn_at_share': '用去多少时预警', 'CAL-10/warn_when_due': '到期时再提醒', 'CAL-10/next_step_after': '逾期后多久升一级', 'CAL-10/next_step_after_class_I': '一类信息多久升一级',
  'CAL-11/work_start': '上班时间', 'CAL-11/work_end': '下班时间', 'CAL-11/days': '工作的日子', 'CAL-12/before_includes_day': '“某日前”含当日', 'CAL-12/warn_at_end_of_day_before': '前一日日终预警', 'CAL-13/late_after': '迟多久算补录',
  'FCR-07/handover_within': '多久内有人接手', 'FCR-09/inform_first_contact_within': '多久内反馈首问人', 'FCR-10/clocks_of_every_kind': '每一类都计的时限', 'FCR-10/otherwise': '未分类的按', 'FCR-11/report_within': '多久内上报', 'FCR-11/confirm_within': '多久内核实',
  'FCR-13/inform_within': '多久内告知客户', 'FCR-14/hazard_inform_within': '多久内告知处理隐患', 'FCR-17/promise_when_none_given': '未约定时默认答复时间', 'FCR-18/max_customer_trips': '客户最多跑几趟', 'FCR-23/second_transfer': '再次转移',
  'FCR-27/name_person_within': '多久内指定责任人', 'FCR-27/department_reply_within': '部门多久内答复', 'respond_within.in_person': '当面：多久内响应', 'respond_within.oral': '口头：多久内响应', 'respond_within.phone': '来电：多久内响应', 'respond_within.other': '其他渠道：多久内响应',
  'FCR-30/public_posts': '网上发帖', 'FCR-34/evaluation_reminder_every': '多久提醒一次评估', 'FCR-35/takeover_recorded': '代办须留记录', 'FCR-37/promise_within': '承诺多久内答复', 'FCR-40/slip_to_department_within': '多久内转到部门',
  'CMP-01/conclusive_stances': '结论性立场', 'CMP-01/interim_stances': '阶段性立场', 'CMP-03/report_within': '标注后多久须有人具名知悉', 'CMP-05/channel_test_every': '多久试一次渠道', 'CMP-08/feedback_by': '反馈时间', 'CMP-08/if_none_promised': '未约定时',
  'CMP-10/signed_by': '盘点表最迟签字时间', 'CMP-12/due': '到期时间', 'CMP-14/ladder': '升级顺序', 'CMP-18/progress_every': '每隔多久通报，无进展也须通报', 'CMP-22/area_m2_at_least': '面积（平方米）达到', 'CMP-24/within': '多久确认本中心投诉', 'CMP-26/approver': '审批人',
  'CMP-27/followers_at_least': '跟帖人数达到', 'CMP-27/complainants_at_least': '投诉人数达到', 'CMP-28/within': '多久内回复', 'CMP-28/off_hours': '下班后发现的', 'CMP-29/specialist_check': '专业人员核对', 'CMP-31/within': '多久内答复', 'CMP-32/within': '多久内回复',
  'CMP-32/box_emptied_every': '多久开一次意见箱', 'CMP-34/claim_yuan_at_least': '索赔金额（元）达到', 'CMP-34/report_within': '多久内上报', 'CMP-36/complainants_at_least': '不同投诉人数达到', 'CMP-36/window': '统计范围', 'CMP-36/report_within': '多久内上报', 'CMP-36/confirm_within': '多久内确认', 'CMP-37/within': '多久内写出案例',
  'CMP-42/investigate_within': '多久内查明', 'CNT-06/class_by': '按什么分类', 'CNT-08/quiet_period': '多久无再投诉即关闭', 'ANA-01/statistics_every': '统计周期', 'ANA-01/analysis_every': '分析周期', 'ANA-01/analysis_applies_to': '须分析的中心', 'ANA-01/analysis_due_after_quarter_end': '季末后多久交分析',
  'CBK-01/called_back_by': '由谁回访', 'CBK-02/grounds': '无须回访的情形', 'CBK-02/ground_added_by': '由谁增加情形', 'CBK-06/within': '处理完毕后多久回访', 'CBK-07/within': '处理完毕后多久回访', 'CBK-08/answer_by': '答复时间', 'CBK-08/if_none_promised': '未约定时', 'CBK-09/duty_holder': '由谁落实',
  'CBK-11/within': '服务后多久回访', 'CBK-12/within': '急救后多久回访', 'CBK-15/separate': '回访人不得是处理人', 'CBK-15/exception_sampled': '例外须抽查', 'ARC-03/new': '新入住', 'ARC-03/settling': '适应期', 'ARC-03/stable': '稳定期', 'ARC-03/old': '老客户', 'ARC-08/within': '多久内录入',
  'VIS-01/approved_before_start': '开始前多久批准', 'VIS-03/share': '抽样比例', 'VIS-08/observed_at_least': '至少观摩几次', 'VIS-09/head_households_per_month': '负责人每月户数', 'VIS-09/others_per_month': '其他人每月户数', 'EVT-01/at_least': '至少几次', 'EVT-02/ready_before': '提前多久备好',
  'INQ-01/within': '多久内书面回复', 'INQ-02/default_promise': '未约定时默认答复时间', 'KEY-01/reasons': '托管事由', 'KEY-03/tag': '钥匙牌上写', 'EMG-07/first_within': '首次上报', 'EMG-07/all_within': '全部上报完', 'HOT-01/rings': '几声内接听', 'HOT-01/seconds': '几秒内接听',
  'HOT-02/call_back_within': '多久内回拨', 'HOT-04/promise_within': '多久内回电', 'ASK-01/kinds': '提问类型', 'STD-02/phrases': '禁用语', 'STD-02/online_tone': '网上忌用语气', 'STD-03/default_due': '未约定时默认兑现时间', 'STD-03/moves_at_most': '最多改期几次',
  'promise_yuan_up_to.any_staff': '员工可许诺金额（元）', 'promise_yuan_up_to.department_head': '部门负责人可许诺金额（元）', 'promise_yuan_up_to.centre_manager': '中心负责人可许诺金额（元）', 'STD-05/later_than_due': '晚于时限的许诺须由',
  'DOOR-01/within': '多久内解决', 'DOOR-02/next_try_within': '多久内再联系', 'DOOR-10/within': '多久内登记', 'DOOR-11/slip_within': '多久内转单', 'INST-02/within': '多久内交接', 'PLAN-01/plan_ready_before_start': '计划提前多久备好', 'PLAN-01/summary_within': '总结多久内交',
  'LOG-01/review_within': '多久内审阅', 'per_day': '每日几次', 'INS-03/refuse_every': '垃圾清运', 'INS-03/drains_clear_before': '几月几日前清沟', 'INS-05/training_every': '培训周期', 'SUP-01/evaluate_every': '评价周期', 'APR-01/checks_every': '检查周期', 'APR-01/sheet_within': '多久内交表',
  'APR-02/virtue': '德', 'APR-02/diligence': '勤', 'APR-02/ability': '能', 'APR-02/results': '绩', 'APR-03/checks': '检查占比', 'APR-03/monthly': '月考核占比', 'APR-03/year_end': '年终占比', 'APR-03/weights_within': '各项权重', 'APR-03/round_total_to': '总分保留', 'APR-03/round_before': '中间取整',
  'APR-04/bonus': '加分范围', 'APR-04/excellent_over': '优秀须高于', 'APR-06/keep': '保存多久', 'APR-06/counted_from': '从何时起算', 'APR-08/scale': '满分', 'APR-08/spot_counts_as': '抽检计入', 'FEE-01/notice_before_due': '到期前多久通知', 'FEE-01/steps_after_due': '逾期后各步',
};

/** What a number is about, as people say it. `key` as CMP-08/feedback_by. */
export function sayParam(key: string, name: string, language: Language): string {
  if (name.startsWith('channel_clock.')) {
    const channel = name.slice('channel_clock.'.length) as keyof (typeof CHANNEL_WORDS)['zh'];
    return language === 'zh' ? `${CHANNEL_WORDS.zh[channel]}按` : `${CHANNEL_WORDS.en[channel]}: by`;
  }
  return language === 'zh' ? ZH[key] ?? ZH[name] ?? inEnglish(name) : inEnglish(name);
}
const inEnglish = (name: string) => name.replaceAll('_', ' ').replace('.', ': ');
