import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { NotFound, Refused, Stale } from '../policy/refusal.ts';

const NOT_FOUND = { rule: 'input', code: 'not_found', zh: '没有找到，或不在您的服务中心。', en: 'Not there, or not in a centre of yours.' };
const fieldOf = (error: FastifyError) => {
  const [first] = error.validation ?? [];
  const path = first?.instancePath.slice(1).replaceAll('/', '.');
  const missing = (first?.params as { requiredProperties?: string[]; missingProperty?: string; additionalProperty?: string } | undefined);
  return [path, missing?.requiredProperties?.[0] ?? missing?.missingProperty ?? missing?.additionalProperty].filter(Boolean).join('.');
};

/** Three kinds: a rule said no (422), not there or not yours (404), a bug (500, its number shown, its cause in the log alone). */
export function answerError(error: FastifyError, request: FastifyRequest, reply: FastifyReply) {
  if (error instanceof Refused) return reply.code(422).send(error.refusal);
  if (error instanceof NotFound) return reply.code(404).send(NOT_FOUND);
  if (error instanceof Stale) return reply.code(409).send({ rule: 'input', code: 'stale', zh: '别人刚刚改动过，请看过最新情况再提交。', en: 'Somebody has written since; look at the newer state and send again.', newer: error.newer });
  if (error.validation) {
    const field = fieldOf(error);
    return reply.code(400).send({ rule: 'input', code: 'invalid', zh: `“${field || '请求内容'}”填写不正确：缺失、过长、多余或格式不对。`, en: `"${field || 'the request'}" is missing, too long, unknown or not of the right form.`, ...(field && { field }) });
  }
  if (error.code === 'FST_ERR_CTP_BODY_TOO_LARGE' || error.code === 'FST_REQ_FILE_TOO_LARGE' || error.code === 'FST_FILES_LIMIT' || error.code === 'FST_PARTS_LIMIT')
    return reply.code(413).send({ rule: 'input', code: 'too_large', zh: '内容太大，没有接收。照片请压缩到 10 MB 以内。', en: 'Too large; nothing was taken.' });
  if (error.statusCode && error.statusCode < 500) return reply.code(error.statusCode).send({ rule: 'input', code: error.code, zh: '请求不正确，没有执行。', en: error.message });
  request.log.error({ err: error }, 'unexpected');
  return reply.code(500).send({ rule: 'none', code: 'bug', zh: `系统出错，没有保存。编号 ${request.id}，请转告管理员。`, en: `Something broke and nothing was saved. Number ${request.id}.` });
}
export const answerNotFound = (_: FastifyRequest, reply: FastifyReply) => reply.code(404).send(NOT_FOUND);
