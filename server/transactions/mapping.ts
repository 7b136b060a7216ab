import { z } from 'zod';

export const mappingSchema = z.object({
  kind: z.enum(['dossiers', 'totals', 'counters']),
  date: z.number().int().min(0),
  until: z.number().int().min(0).nullable(),
  counter: z.number().int().min(0).nullable(),
  counts: z.array(z.number().int().min(0)).max(30),
  id: z.number().int().min(0).nullable(),
  dayOrder: z.enum(['day-first', 'month-first', 'swapped']),
  texts: z.record(z.string().max(300), z.enum(['counts', 'skip'])),
  confirmed: z.array(z.string().max(300)).max(500).default([]),
  trusted: z.array(z.string().max(30)).max(10),
  names: z.record(z.string().max(120), z.string().regex(/^(all|skip|[a-z\d]{5})$/)),
});
