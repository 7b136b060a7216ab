import { z } from 'zod';

/** Every error response under `/api` (RFC 9457). */
export const problemSchema = z
  .strictObject({
    type: z.literal('about:blank'),
    title: z.string(),
    status: z.int().min(400).max(599).meta({ description: 'The same as the status of the answer' }),
    code: z.string().meta({ description: 'A stable name in kebab-case; new ones may be added' }),
    detail: z.string().optional(),
    error_id: z
      .string()
      .optional()
      .meta({ description: 'Of an unexpected failure: the same as in the log of the server' }),
  })
  .meta({ id: 'Problem' });
