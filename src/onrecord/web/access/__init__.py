"""Who may see the pages and call the API of `onrecord serve --auth`: people, tokens, roles, and what they did."""
