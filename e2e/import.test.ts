import { readFile } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import { PassThrough } from 'node:stream';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readXlsx } from '../apps/server/src/outside/xlsx/read-xlsx.ts';
import { writeXlsx } from '../apps/server/src/outside/xlsx/write-xlsx.ts';
import { openForPeople } from './house.ts';
import { accessible } from './walk.ts';

let house: Awaited<ReturnType<typeof openForPeople>>;
beforeAll(async () => { house = await openForPeople(); });
afterAll(() => house.end());

async function people(): Promise<Buffer> {
  const out = new PassThrough();
  const rows = [['陈桂芳', '13800002716', '三号楼', '2', '1702', '业主', '甲'], ['李建国', '13912345678', '三号楼', '2', '1702', '租户', null], ['王秀兰', 'abc', '3栋', '2', '1702', '家属', null], ['赵文博', '13700001111', '9栋', '1', '2001', '业主', null], ['周正', '13700002222', null, null, null, null, null]];
  const [bytes] = await Promise.all([buffer(out), writeXlsx(out, '客户', ['业主姓名', '联系电话', '楼号', '单元', '房间号', '与房屋关系', '备注'].map((title) => ({ title, width: 10 })), rows)]);
  return bytes;
}

describe('the import wizard', () => {
  test('a broken file is refused in words; one with bad rows is mended in place, run, and what is left out comes as a file that can be sent again', async () => {
    expect((await house.as('hejiayi').post('/rooms', { centreId: house.centre, kind: 'room', building: '3', unit: '2', number: '1702' })).statusCode).toBe(201);
    const page = await house.pageOf('sumin');
    await page.getByRole('link', { name: '导入', exact: true }).click();
    await page.getByText('还没有导入过').waitFor();
    await accessible(page);
    expect(await page.getByRole('radio', { name: '员工' }).count()).toBe(0);
    await page.getByRole('radio', { name: '客户' }).click();
    const file = page.getByLabel('文件', { exact: true });
    await file.setInputFiles({ name: '客户.xlsx', mimeType: 'application/octet-stream', buffer: Buffer.from('PK\x03\x04 not a zip', 'latin1') });
    await page.getByRole('button', { name: '上传并读取' }).click();
    await page.getByText('文件已损坏，无法读取').waitFor();

    await file.setInputFiles({ name: '客户.xlsx', mimeType: 'application/octet-stream', buffer: await people() });
    await page.getByRole('button', { name: '上传并读取' }).click();
    await page.getByRole('heading', { name: '每一项是文件里的哪一列' }).waitFor();
    expect([await page.getByLabel('姓名').inputValue(), await page.getByLabel('房号').inputValue(), await page.getByLabel('VIP卡号').inputValue()]).toEqual(['0', '4', '']);
    await page.getByText('这些列不导入：备注').waitFor();
    await accessible(page);
    await page.getByLabel('姓名').selectOption('');
    await page.getByRole('button', { name: '检查', exact: true }).click();
    await page.getByText('请选择“姓名”是哪一列。').waitFor();
    await page.getByLabel('姓名').selectOption('业主姓名');
    await page.reload();
    await page.getByRole('button', { name: '检查', exact: true }).click();

    await page.getByRole('button', { name: '4 不能导入' }).waitFor();
    await accessible(page);
    await page.getByRole('button', { name: '房号：没有这个房间 3' }).click();
    const second = page.getByRole('listitem').filter({ hasText: '第 2 行' });
    await second.getByLabel('楼栋', { exact: true }).fill('3栋');
    await second.getByText('其余 1 行楼栋同样是“三号楼”的，一并改').click();
    await second.getByLabel('楼栋', { exact: true }).press('Enter');
    await page.getByRole('button', { name: '2 不能导入' }).waitFor();
    await page.reload();
    const fourth = page.getByRole('listitem').filter({ hasText: '第 4 行' });
    await fourth.getByLabel('电话', { exact: true }).fill('139 1111 2222');
    await fourth.getByRole('button', { name: '改好并检查' }).click();
    await page.getByRole('button', { name: '1 不能导入' }).waitFor();
    await page.getByRole('button', { name: '4 将导入' }).click();
    await page.getByRole('cell', { name: '139 1111 2222' }).waitFor();
    await accessible(page);

    await page.getByRole('button', { name: '导入 4 行' }).click();
    await page.getByRole('heading', { name: '已完成' }).waitFor();
    await page.getByText('本中心没有房间“9栋1单元2001”').waitFor();
    await accessible(page);
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: '下载未导入的 1 行' }).click()]);
    expect(download.suggestedFilename()).toBe('客户-未导入.xlsx');
    const rows: unknown[][] = [];
    for await (const { cells } of (await readXlsx(await readFile(await download.path()))).rows()) rows.push([...cells]);
    expect(rows.map((row) => [row[0], row.at(-1)])).toEqual([['业主姓名', '未导入原因'], ['赵文博', expect.stringContaining('没有房间')]]);
    expect((await house.as('hejiayi').get('/people')).json().rows.map(({ name }: { name: string }) => name).toSorted()).toEqual(['周正', '李建国', '王秀兰', '陈桂芳']);
    await page.getByRole('link', { name: '导入下一个文件' }).click();
    await page.getByRole('cell', { name: '新增 4 · 补充 0 · 已有 0 · 未导入 1' }).waitFor();
  });

  test('ORG-01 who may not import finds no way to it, and by its address is told so', async () => {
    const page = await house.pageOf('hejiayi');
    expect(await page.getByRole('link', { name: '导入', exact: true }).count()).toBe(0);
    await page.goto('/imports');
    await page.getByText('您的岗位没有这项权限').waitFor();
  });
});
