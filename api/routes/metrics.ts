import { createRoute, z } from '@hono/zod-openapi'
import { readMetrics } from '../metrics/read-metrics.ts'
import { needs } from './needs.ts'
import { failures } from './responses.ts'
import { router } from './router.ts'

const prometheusText = 'text/plain; version=0.0.4; charset=utf-8'

/** For those who watch Cairn. */
export function metricsRoutes() {
  return router().openapi(
    createRoute({
      method: 'get',
      path: '/metrics',
      // Figures that a machine reads several times a minute.
      ...needs('read', 'readMetrics', { isAudited: false }),
      tags: ['Running'],
      summary: 'Read figures about this process and its database',
      description:
        'In the text format of Prometheus: messages taken and refused, requests, the queue, commits, jobs, the process. Nothing in it leads to a person.',
      responses: {
        200: {
          content: { 'text/plain': { schema: z.string().describe('The figures.') } },
          description: 'The figures',
        },
        ...failures('unauthorized', 'forbidden'),
      },
    }),
    async (c) => c.text(await readMetrics(c.var.services), 200, { 'Content-Type': prometheusText }),
  )
}
