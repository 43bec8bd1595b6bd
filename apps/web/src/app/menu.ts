import type { LinkProps } from '@tanstack/react-router';
import { words } from '../ui/language.tsx';

export const MENU_WORDS = words({
  myDay: ['我的工作', 'My day'], reception: ['前台登记', 'Reception'], matters: ['事项', 'Matters'], callbacks: ['回访', 'Callbacks'],
  records: ['首问检查', 'Checks'], customers: ['客户与房屋', 'Customers'], roster: ['值班', 'Roster'],
  policy: ['制度', 'Policy'], staff: ['员工与岗位', 'Staff'], centres: ['服务中心', 'Centres'], duties: ['职责', 'Duties'], wording: ['用语', 'Wording'], signInSettings: ['登录方式', 'Signing in'], looks: ['查看记录', 'Looks'], displays: ['值班大屏', 'Duty wall'], backups: ['备份', 'Backups'], imports: ['导入', 'Import'],
});

interface Item {
  says: keyof (typeof MENU_WORDS)['zh'];
  to: NonNullable<LinkProps['to']>;
  /** The action of staff/who-may that opens it. */
  may?: string;
  /** Typed after g it leads there. */
  key?: string;
  /** On the phone it is one of the tabs below; the rest is in the person's menu. At most three. */
  tab?: true;
}
/** What is built, in the order of the rail, in groups. A screen that isn't built isn't here. */
export const MENU: readonly (readonly Item[])[] = [
  [{ says: 'myDay', to: '/', key: 'd', tab: true }, { says: 'reception', to: '/reception', may: 'register_matters' }, { says: 'matters', to: '/matters', key: 'm', may: 'see_matters', tab: true }, { says: 'callbacks', to: '/callbacks', key: 'c', may: 'call_back' }],
  [{ says: 'customers', to: '/customers', key: 'u', may: 'see_customers' }, { says: 'roster', to: '/roster', key: 'r', may: 'see_roster' }, { says: 'displays', to: '/displays', may: 'see_matters' }, { says: 'records', to: '/records', key: 'k', may: 'see_records' }],
  [{ says: 'policy', to: '/policy', key: 'p', may: 'see_policy' }, { says: 'staff', to: '/staff', key: 's', may: 'see_staff' }, { says: 'centres', to: '/centres', may: 'see_centres' }, { says: 'duties', to: '/duties', may: 'see_staff' }, { says: 'wording', to: '/wording', may: 'see_matters' }, { says: 'signInSettings', to: '/sign-in-settings', may: 'see_sign_ins' }, { says: 'looks', to: '/looks', may: 'see_looks' }, { says: 'backups', to: '/backups', may: 'see_backups' }, { says: 'imports', to: '/imports', may: 'import_data' }],
];
