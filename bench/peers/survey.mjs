// The form of our rule pack in SurveyJS. What is typed is kept in localStorage as it is typed, as our drafts are.

import { Model, settings } from 'survey-core';
import { renderSurvey } from 'survey-js-ui';
import 'survey-core/survey-core.fontless.min.css';
import questions from './questions.json';

settings.animationEnabled = false;
const survey = new Model({ ...questions, textUpdateMode: 'onTyping' });
const draft = localStorage.getItem('draft');
if (draft) survey.mergeData(JSON.parse(draft));
let timer;
survey.onValueChanged.add(() => {
  clearTimeout(timer);
  // The pause after which ours saves.
  timer = setTimeout(() => localStorage.setItem('draft', JSON.stringify(survey.data)), 400);
});
const page = new URL(location.href).searchParams.get('page');
if (page) survey.currentPageNo = Number(page);
renderSurvey(survey, document.getElementById('survey'));
