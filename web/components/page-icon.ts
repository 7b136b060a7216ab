/** The tab's icon, a 32 px face, inside the page so that no browser asks for a second file. */
export const PAGE_ICON =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAACAAAAAgAgMAAAAOFJJnAAAACVBMVEUAAAALWmv///93nph5AAAAAXRSTlMAQObYZgAAAHhJREFUeNqFkLERxDAIBFHgEtyPS1CgVaAS3A8lKBBV/gAe2dkT7cAN3CHyVoErAOBpZOtwqCJyOrRH4qKScKXERR+4YVHlxLQb7QsxarmPP9AVujpMGAELbm1yYGB5S/sKGGaTKoVupu4exow82/yOswPuyO8Tsn7kv0TkEmq3/QAAAABJRU5ErkJggg==';
