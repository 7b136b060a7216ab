import './fresh.ts';
import './hand-over.ts';
