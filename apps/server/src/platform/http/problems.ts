import type { Problem } from '@nastavnik/contracts/problem';
import { isRefusalCode } from '@nastavnik/contracts/refusals';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { hasZodFastifySchemaValidationErrors, isResponseSerializationError } from 'fastify-type-provider-zod';
import { Refusal } from '../refusal.ts';

const TYPE = 'application/problem+json';

/** RFC 9457 answers: refusals by their code, malformed requests field by field, defects as a bare 500. */
export function answerProblems(app: FastifyInstance): void {
  app.setErrorHandler((error: FastifyError | Error, request, reply) => answer(problemOf(error, request), reply));
  app.setNotFoundHandler((request, reply) => answer(problem(404, 'route.not-found', request), reply));
}

function answer(body: Problem, reply: FastifyReply): FastifyReply {
  return reply.code(body.status).type(TYPE).send(JSON.stringify(body));
}

function problemOf(error: FastifyError | Error, request: FastifyRequest): Problem {
  if (error instanceof Refusal) {
    return { ...problem(error.status, error.code, request), ...(error.details ? { details: error.details } : {}) };
  }
  if (hasZodFastifySchemaValidationErrors(error)) {
    const fields = error.validation.map((issue) => ({
      path: issue.instancePath.replace(/^\//, '').replaceAll('/', '.'),
      code: issue.keyword,
    }));
    return { ...problem(400, 'request.malformed', request), fields };
  }
  const status = 'statusCode' in error ? error.statusCode : undefined;
  if (status === 413) return problem(413, 'request.too-large', request);
  if (status === 429) return problem(429, 'request.too-many', request);
  if (status !== undefined && status >= 400 && status < 500 && !isResponseSerializationError(error)) {
    return problem(400, 'request.malformed', request);
  }
  request.log.error({ err: error, route: request.routeOptions.url }, 'defect');
  return problem(500, 'defect', request);
}

function problem(status: number, code: string, request: FastifyRequest): Problem {
  return {
    type: isRefusalCode(code) ? `urn:nastavnik:refusal:${code}` : 'about:blank',
    title: code,
    status,
    code,
    // The path only: a query may hold what a person searched for.
    instance: request.url.split('?')[0] ?? '',
  };
}
