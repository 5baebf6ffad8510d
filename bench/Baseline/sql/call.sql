update ticket set called_at = now(), at_window = :window
where id = (
    select id from ticket where hall = :hall and called_at is null order by taken_at limit 1 for update skip locked)
returning id
