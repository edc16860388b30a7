-- Drives Neovim as an editor that Writ was not written for: prints what each step gave as one line of JSON, and never waits for ever.
local folder = vim.env.WRIT_FOLDER
local patience = 8000

local function say(step, value)
  io.stdout:write(vim.fn.json_encode({ step = step, value = value }) .. '\n')
end

local exited
local settings = {
  name = 'writ',
  cmd = { vim.env.WRIT_NODE, vim.env.WRIT_CLI, 'lsp', '--stdio' },
  root_dir = folder,
  get_language_id = function()
    return 'writ'
  end,
  on_exit = function(code)
    exited = code
  end,
}

local client
local function open(file)
  vim.cmd('edit ' .. vim.fn.fnameescape(folder .. '/' .. file))
  vim.bo.filetype = 'writ'
  local buffer = vim.api.nvim_get_current_buf()
  -- `start` came with 0.8, and `start_client` goes with 0.13.
  if vim.lsp.start then
    client = vim.lsp.start(settings)
  else
    client = client or vim.lsp.start_client(settings)
    vim.lsp.buf_attach_client(buffer, client)
  end
  return buffer
end

local function await(condition)
  return vim.wait(patience, condition, 10)
end

-- Positions of the protocol count in UTF-16; the second value of the old function is that, and the new one says it.
local function width(text)
  if vim.fn.exists('*strutf16len') == 1 then
    return vim.fn.strutf16len(text)
  end
  return select(2, vim.str_utfindex(text))
end

-- Asks at the first place of a text in the buffer, or right behind it.
local function ask(buffer, method, text, behind, more)
  for index, line in ipairs(vim.api.nvim_buf_get_lines(buffer, 0, -1, false)) do
    local first, last = line:find(text, 1, true)
    if first then
      local column = width(line:sub(1, behind and last or first - 1))
      local params = {
        textDocument = { uri = vim.uri_from_bufnr(buffer) },
        position = { line = index - 1, character = column },
      }
      params = vim.tbl_extend('error', params, more or {})
      local answers = vim.lsp.buf_request_sync(buffer, method, params, patience)
      return answers and answers[client] and answers[client].result
    end
  end
end

local function replace(buffer, from, to)
  for index, line in ipairs(vim.api.nvim_buf_get_lines(buffer, 0, -1, false)) do
    local first, last = line:find(from, 1, true)
    if first then
      vim.api.nvim_buf_set_lines(buffer, index - 1, index, false, { line:sub(1, first - 1) .. to .. line:sub(last + 1) })
      return
    end
  end
end

-- Each diagnostic with the text that it underlines, as Neovim counts columns: in bytes.
local function diagnostics(buffer)
  return vim.tbl_map(function(each)
    local line = vim.api.nvim_buf_get_lines(buffer, each.lnum, each.lnum + 1, false)[1] or ''
    return { code = each.code or (each.user_data and each.user_data.lsp.code), at = line:sub(each.col + 1, each.end_col) }
  end, vim.diagnostic.get(buffer))
end

local function has(buffer, code)
  return function()
    for _, each in ipairs(diagnostics(buffer)) do
      if each.code == code then
        return true
      end
    end
    return false
  end
end

local function run()
  local people = open('people.writ')
  await(function()
    local known = vim.lsp.get_client_by_id(client)
    return known and known.initialized
  end)
  local symbols = ask(people, 'textDocument/documentSymbol', 'user astrid')
  say('symbols', symbols and #symbols)
  say('clean', diagnostics(people))

  replace(people, 'tomas }', 'thomas }')
  await(has(people, 'unknown-principal'))
  say('mistake', diagnostics(people))
  replace(people, 'thomas }', 'tomas }')
  await(function()
    return #diagnostics(people) == 0
  end)
  say('corrected', diagnostics(people))

  local desk = open('service-desk.writ')
  local hover = ask(desk, 'textDocument/hover', 'UPDATE_RECORDS')
  say('hover', hover and hover.contents)
  local completion = ask(desk, 'textDocument/completion', 'grants READ_RECORDS, CREATE', true)
  say('completion', vim.tbl_map(function(each)
    return each.label
  end, completion and (completion.items or completion) or {}))
  local definition = ask(desk, 'textDocument/definition', '"All Staff"')
  say('definition', definition)

  local references = ask(desk, 'textDocument/references', '"All Staff"', false, { context = { includeDeclaration = true } })
  say('references', references and #references)

  local tests = open('tests.writ')
  replace(tests, 'chloe cannot UPDATE_RECORDS', 'chloe can UPDATE_RECORDS')
  await(has(tests, 'failed-expectation'))
  say('expectation', diagnostics(tests))

  local function apply(edits, changed)
    -- Neovim 0.7 takes the encoding that the one before took from the client.
    changed(edits, vim.lsp.get_client_by_id(client).offset_encoding)
  end
  open('service-desk.writ')
  replace(desk, 'grants READ_RECORDS', 'grants    READ_RECORDS')
  local formatting = ask(desk, 'textDocument/formatting', '"All Staff"', false, {
    options = { tabSize = 2, insertSpaces = true },
  })
  apply(formatting, function(edits, encoding)
    vim.lsp.util.apply_text_edits(edits, desk, encoding)
  end)
  local function holds(buffer, text)
    local all = table.concat(vim.api.nvim_buf_get_lines(buffer, 0, -1, false), '\n')
    return all:find(text, 1, true) and 1 or 0
  end
  say('formatted', 1 - holds(desk, 'grants    READ_RECORDS'))
  local rename = ask(desk, 'textDocument/rename', '"All Staff"', false, { newName = 'Everybody here' })
  apply(rename, vim.lsp.util.apply_workspace_edit)
  say('elsewhere', holds(desk, '"Everybody here"'))
  say('renamed', holds(people, 'group "Everybody here"'))

  vim.lsp.stop_client(client)
  await(function()
    return exited ~= nil
  end)
  say('stopped', exited)
end

local ok, problem = pcall(run)
if not ok then
  say('problem', tostring(problem))
end
vim.cmd('qall!')
