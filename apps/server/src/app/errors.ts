import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { NotFound, Refused, Stale, Unseen } from '../policy/refusal.ts';
import { NoPageKey } from '../search/page-key.rules.ts';

const NOT_FOUND = { rule: 'input', code: 'not_found', zh: '没有找到，或不在您的服务中心。', en: 'Not there, or not in a centre of yours.' };
const UPLOAD_TOO_LARGE: ReadonlySet<string> = new Set(['FST_REQ_FILE_TOO_LARGE', 'FST_FILES_LIMIT', 'FST_PARTS_LIMIT']);
const fieldOf = (error: FastifyError) => {
  const [first] = error.validation ?? [];
  const path = first?.instancePath.slice(1).replaceAll('/', '.');
  const missing = (first?.params as { requiredProperties?: string[]; missingProperty?: string; additionalProperty?: string } | undefined);
  return [path, missing?.requiredProperties?.[0] ?? missing?.missingProperty ?? missing?.additionalProperty].filter(Boolean).join('.');
};

/** Three kinds: a rule said no (422; 428 where a change names no state seen), not there or not yours (404), a bug (500, its number shown, its cause in the log alone). */
export function answerError(error: FastifyError, request: FastifyRequest, reply: FastifyReply) {
  if (error instanceof Refused) return reply.code(error instanceof Unseen ? 428 : 422).send(error.refusal);
  if (error instanceof NotFound) return reply.code(404).send(NOT_FOUND);
  if (error instanceof Stale) return reply.code(409).send({ rule: 'input', code: 'stale', zh: '别人刚刚改动过，请看过最新情况再提交。', en: 'Somebody has written since; look at the newer state and send again.', newer: error.newer });
  if (error instanceof NoPageKey) return reply.code(400).send({ rule: 'input', code: 'bad_key', zh: '翻页位置无效，请从第一页重新打开。', en: 'This is no position in the list: start from the first page.', field: 'after' });
  if (error.validation) {
    const field = fieldOf(error);
    return reply.code(400).send({ rule: 'input', code: 'invalid', zh: `“${field || '请求内容'}”填写不正确：缺失、过长、多余或格式不对。`, en: `"${field || 'the request'}" is missing, too long, unknown or not of the right form.`, ...(field && { field }) });
  }
  if (UPLOAD_TOO_LARGE.has(error.code) || (error.statusCode === 413 && request.headers['content-type']?.startsWith('multipart/')))
    return reply.code(413).send({ rule: 'input', code: 'file_too_large', zh: '文件太大或不止一个，没有接收；一次一个，不超过 10 MB，照片请压缩后再传。', en: 'The file is too large, or more than one; nothing was taken. Send one of at most 10 MB; make a photo smaller.', field: 'file' });
  if (error.statusCode === 413) return reply.code(413).send({ rule: 'input', code: 'too_large', zh: '文字内容超过 1 MB，没有接收；请缩短，或分几次提交。', en: 'The text (JSON) is over 1 MB and was not taken: shorten it, or send it in parts.' });
  if (error.statusCode && error.statusCode < 500) return reply.code(error.statusCode).send({ rule: 'input', code: error.code, zh: '请求不正确，没有执行。', en: error.message });
  request.log.error({ err: error }, 'unexpected');
  return reply.code(500).send({ rule: 'none', code: 'bug', zh: `系统出错，没有保存。编号 ${request.id}，请转告管理员。`, en: `Something broke and nothing was saved. Number ${request.id}.` });
}
export const answerNotFound = (_: FastifyRequest, reply: FastifyReply) => reply.code(404).send(NOT_FOUND);
