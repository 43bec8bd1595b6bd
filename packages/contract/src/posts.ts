/** ORG-01: the posts that a person, or a machine with a token, can hold; named as in the glossary. */
export const POSTS = {
  receptionist: { zh: '前台接待', en: 'Receptionist' },
  customer_service_officer: { zh: '客服专员', en: 'Customer-service officer' },
  customer_service_lead: { zh: '客服负责人', en: 'Customer-service lead' },
  relations_lead: { zh: '客户关系主管', en: 'Customer-relations lead' },
  butler: { zh: '管家', en: 'Butler' },
  repairer: { zh: '维修人员', en: 'Repairer' },
  guard: { zh: '安管员', en: 'Guard' },
  department_head: { zh: '部门负责人', en: 'Department head' },
  centre_manager: { zh: '服务中心负责人', en: 'Centre manager' },
  functional_department: { zh: '职能部门', en: 'Functional department' },
  quality_department: { zh: '品质管理部', en: 'Quality department' },
  leader_in_charge: { zh: '分管领导', en: 'Leader in charge' },
  general_manager: { zh: '总经理', en: 'General manager' },
  company_administrator: { zh: '公司管理员', en: 'Company administrator' },
  auditor: { zh: '审计', en: 'Auditor' },
} as const;
export type PostCode = keyof typeof POSTS;
export const POST_CODES = Object.keys(POSTS) as PostCode[];
/** Held for the whole company, or for one centre; every other post is held in a centre. */
export const COMPANY_POSTS: readonly PostCode[] = ['leader_in_charge', 'general_manager', 'quality_department', 'functional_department', 'company_administrator', 'auditor'];
