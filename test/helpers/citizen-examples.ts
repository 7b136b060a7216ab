import { closedCounterPageExamples } from '../../web/pages/ClosedCounterPage.examples.ts';
import { renderClosedCounterPage } from '../../web/pages/ClosedCounterPage.tsx';
import { errorPageExamples } from '../../web/pages/ErrorPage.examples.ts';
import { renderErrorPage } from '../../web/pages/ErrorPage.tsx';
import { frontPageExamples } from '../../web/pages/FrontPage.examples.ts';
import { renderFrontPage } from '../../web/pages/FrontPage.tsx';
import { privacyPageExamples } from '../../web/pages/PrivacyPage.examples.ts';
import { renderPrivacyPage } from '../../web/pages/PrivacyPage.tsx';
import { surveyPageExamples } from '../../web/pages/SurveyPage.examples.ts';
import { renderSurveyPage } from '../../web/pages/SurveyPage.tsx';
import { thanksPageExamples } from '../../web/pages/ThanksPage.examples.ts';
import { renderThanksPage } from '../../web/pages/ThanksPage.tsx';
import { unknownCounterPageExamples } from '../../web/pages/UnknownCounterPage.examples.ts';
import { renderUnknownCounterPage } from '../../web/pages/UnknownCounterPage.tsx';
import { readCitizenAssets } from './page-assets.ts';

/** All examples of citizens' pages, rendered as the server renders them. */
export function renderCitizenExamples(): { name: string; html: string }[] {
  const { survey, page, thanks } = readCitizenAssets();
  return [
    ...Object.values(surveyPageExamples).map(({ name, props }) => ({
      name: `survey: ${name}`,
      html: renderSurveyPage({ ...props, assets: survey }),
    })),
    ...thanksPageExamples.map(({ name, props }) => ({
      name: `thanks: ${name}`,
      html: renderThanksPage({ ...props, assets: thanks }),
    })),
    ...closedCounterPageExamples.map(({ name, props }) => ({
      name: `closed counter: ${name}`,
      html: renderClosedCounterPage({ ...props, assets: page }),
    })),
    ...unknownCounterPageExamples.map(({ name, props }) => ({
      name: `unknown counter: ${name}`,
      html: renderUnknownCounterPage({ ...props, assets: page }),
    })),
    ...frontPageExamples.map(({ name, props }) => ({
      name: `front: ${name}`,
      html: renderFrontPage({ ...props, assets: page }),
    })),
    ...privacyPageExamples.map(({ name, props }) => ({
      name: `privacy: ${name}`,
      html: renderPrivacyPage({ ...props, assets: page }),
    })),
    ...errorPageExamples.map(({ name, props }) => ({
      name: `error: ${name}`,
      html: renderErrorPage({ ...props, assets: page }),
    })),
  ];
}
