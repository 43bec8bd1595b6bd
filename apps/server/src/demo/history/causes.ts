import type { Channel } from '@shouwen/contract/facts';
import type { Home } from './households.ts';
import type { Topic } from './topic.ts';

/** One thing that many come with: in which days before the present, how many, from where. */
export interface Cause { from: number; until: number; times: number; readonly near: (home: Home) => boolean; channels: readonly Channel[]; topic: Topic }

export const CAUSES: readonly Cause[] = [
  { from: -16, until: -1, times: 13, near: ({ building, unit }) => building === 3 && unit === 2, channels: ['phone', 'phone', 'wechat', 'in_person'], topic: { kind: 'complaint', weight: 1, trade: 'engineering',
    titles: ['3栋2单元 B 梯又停了', 'B 梯反复故障没修好', '3栋2单元 B 梯不敢坐', 'B 梯停运，爬楼上 {f} 层'],
    says: ['B 梯{t}又停了，停在中间楼层，门开不了。', '3栋2单元的 B 梯这个月第 {n} 次坏，每次都说修好了。', '{t}坐 B 梯突然往下顿了一下，现在不敢坐。', 'B 梯停着，A 梯要等十分钟，我家在 {f} 层。'],
    adds: ['家里有八十岁的老人。', '推着婴儿车怎么下楼？', '贴的通知日期已经过了。', '隔壁几家都在说。', '电梯年检是什么时候做的？'],
    wants: ['彻底修好之前不要再开。', '请电梯公司书面说明原因。', '要一个准确的修复日期。', '修好之前安排人帮老人拎东西。'],
    found: ['抱闸磨损超标，维保单位已订件', '门锁触点接触不良，反复复位未根治', '控制柜变频器报警，需厂家到场'],
    did: ['更换抱闸并空载试运行一晚', '更换门锁触点，维保单位驻场观察两天', '变频器更换，特检所复验合格'],
    replies: ['B 梯抱闸磨损，配件已到，今晚更换并试运行，明早告诉您结果；期间管家每天早晚帮老人送东西。', '前几次只复位没有根治，是我们没有盯到底，已要求维保单位驻场，并停用到复验合格。'], points: ['反复故障的原因', '什么时候彻底修好'] } },
  { from: -24, until: -22, times: 12, near: ({ building }) => building === 8 || building === 9, channels: ['phone', 'wechat', 'wechat', 'app'], topic: { kind: 'repair', weight: 1, trade: 'engineering',
    titles: ['停水检修后水压低', '{u}{r} 水压一直没恢复', '{b}水小，热水器打不着'],
    says: ['昨天水泵检修后，家里水压一直上不来。', '通知说下午四点恢复，到现在 {f} 层还是细细一股。', '水来了，可是压力不够，热水器打不着火。'],
    adds: ['楼上楼下都一样。', '晚上要给孩子洗澡。', '放了半天都是黄水。'],
    found: ['检修后出口阀门未全开', '水表前滤网有杂质'], did: ['出口阀门全开，{b}高区水压恢复', '滤网清洗，放水至清'],
    replies: ['检修后阀门没有全开，现在已恢复，给您添麻烦了。', '滤网有检修带起的杂质，已清洗，请再放一会儿水。'] } },
  { from: -75, until: -52, times: 10, near: ({ building }) => building === 10 || building === 9, channels: ['phone', 'phone', 'wechat', 'app', 'forum'], topic: { kind: 'complaint', weight: 1, trade: 'security',
    titles: ['10栋架空层广场舞太吵', '架空层跳舞音响到十点', '晚上架空层放歌影响孩子写作业'],
    says: ['10栋架空层每天七点开始放音响，{f} 层都听得清歌词。', '架空层跳舞的换了个大音箱，关窗也没用。', '{t}下去说了一次，跳舞的阿姨不高兴，音量一点没小。'],
    adds: ['孩子初三。', '上夜班的白天睡，晚上也不得安宁。', '也不是不让跳，声音小一点。'],
    wants: ['八点半前结束。', '换到中心花园去跳。', '约定一个音量，物业来测。'],
    found: ['到场测得 71 分贝，舞队二十余人', '舞队使用时间超出约定'], did: ['与舞队约定 20:30 前结束，音箱换小，连续五晚到场', '场地改到中心花园东侧，签了约定'],
    replies: ['舞队已答应八点半前结束、换小音箱，我们连续五晚到场看过。', '场地已移到中心花园东侧，离楼远，请您听几天再告诉我们。'] } },
  { from: -54, until: -47, times: 8, near: () => true, channels: ['phone', 'in_person', 'wechat'], topic: { kind: 'complaint', weight: 1, trade: 'security',
    titles: ['假期外来车占满车位', '探亲车进来没处停', '节日访客车堵住地库口'],
    says: ['假期里小区到处是外地车，固定车位也被停了。', '{t}回家，地库口堵了三辆访客车，十几分钟进不去。', '亲戚来住两天，岗亭不让进，别人家的车怎么都进来了？'],
    adds: ['岗亭就一个人。', '收费员说不归他管。'], wants: ['固定车位请帮我留住。', '访客车请统一停一处。'],
    found: ['假期访客车每天一百六十余辆，登记跟不上', '临时车位未划出'], did: ['北门空地划为访客临停，加一名引导', '占位车辆逐一联系挪走'],
    replies: ['假期准备不够，是我们的问题；北门已开临停区，今天起有人引导。', '占您车位的车已挪走，假期每两小时巡一次地库。'] } },
  { from: -82, until: -79, times: 7, near: ({ building }) => building <= 4, channels: ['phone', 'phone', 'wechat'], topic: { kind: 'repair', weight: 1, trade: 'engineering',
    titles: ['暴雨后窗户进水', '{u}{r} 飘窗渗水', '雨水从窗框灌进来'],
    says: ['{t}暴雨，客厅飘窗下面渗进来一摊水。', '窗框缝里往里冒水，毛巾塞都来不及。', '台风天窗户密封条飞出来半截。'],
    adds: ['地板翘了两块。', '东南面的几户都有。'], found: ['外窗密封胶老化', '泄水孔堵塞'], did: ['重打密封胶，淋水试验不渗', '清通泄水孔，更换密封条'],
    replies: ['东南面几户都在打胶，您家已做完，下次大雨我们来看。', '泄水孔堵了，已清通。'] } },
  { from: -13, until: -8, times: 8, near: () => true, channels: ['wechat', 'phone', 'in_person'], topic: { kind: 'inquiry', weight: 1,
    titles: ['快递放在哪里能找到', '快递柜满了放哪', '包裹堆在大堂，能不能代收'],
    says: ['快递柜全满，短信说放大堂，可是没找到。', '这几天快递太多，驿站晚上几点关？', '大件快递物业能不能代收一天？'],
    adds: ['人在上海外面，后天才回。', '是生鲜，急。'],
    replies: ['驿站这一周延到晚上十点，大堂的包裹按栋放在架子上。', '大件可以放前台两天，请报取件码，我们贴条。', '刚去大堂看了，在 2 号架，给您留到前台了。'] } },
];
