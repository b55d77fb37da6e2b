/* global document, FormData */
// Shows the one field that the form would send, in place of sending it.
document.querySelector('form').addEventListener('submit', (event) => {
  event.preventDefault();
  const { idea } = Object.fromEntries(new FormData(event.target));
  document.getElementById('received').textContent = JSON.stringify(JSON.parse(idea), null, 2);
});
