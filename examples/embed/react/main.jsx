/* global document, FormData */
// A page of React 19 with a form and a status. React sets properties of elements that are defined, and listens to `on` and the event's name.
import { StrictMode, useState } from 'react';
import { createRoot } from 'react-dom/client';
import '@cobuild/components/define/cobuild-form.js';
import '@cobuild/components/define/cobuild-status.js';
import idea from '../shared/idea.json';
import statuses from '../shared/statuses.json';

function Page() {
  const [value, setValue] = useState(idea.draft);
  const [heard, setHeard] = useState(null);
  const [received, setReceived] = useState(null);
  const [status, setStatus] = useState(statuses[0]);

  const send = (event) => {
    event.preventDefault();
    setReceived(Object.fromEntries(new FormData(event.target)));
  };

  return (
    <>
      <h1>共建项目意向</h1>
      <form onSubmit={send}>
        <p>
          <label>
            联系人 <input name="contact" defaultValue="陈书记" />
          </label>
        </p>
        <cobuild-form name="idea" actions-hidden schema={idea.schema} value={value} oncobuild-change={(event) => setHeard(event.detail.value)}></cobuild-form>
        <p>
          <button>送出</button>{' '}
          <button type="button" onClick={() => setValue(idea.sample)}>
            填入示例
          </button>
        </p>
      </form>
      <h2>页面听到的</h2>
      <pre id="heard">{heard && JSON.stringify(heard, null, 2)}</pre>
      <h2>页面会送出的</h2>
      <pre id="received">{received && JSON.stringify(received, null, 2)}</pre>
      <h2>申请进度</h2>
      <cobuild-status status={status}></cobuild-status>
      <p>
        <button type="button" onClick={() => setStatus(statuses[1])}>
          看退回以后
        </button>
      </p>
    </>
  );
}

createRoot(document.getElementById('app')).render(
  <StrictMode>
    <Page />
  </StrictMode>,
);
