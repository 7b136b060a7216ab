import { describe, expect, it } from 'vitest';
import { signInAs } from '../helpers/staff.ts';
import { createTestApp } from '../helpers/test-app.ts';
import { textOf } from '../helpers/text.ts';
